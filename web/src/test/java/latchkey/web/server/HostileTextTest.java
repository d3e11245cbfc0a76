package latchkey.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Strings of a log that want to be a page, a script, a link or a terminal. */
final class HostileTextTest {
    private static final List<String> STRINGS =
            List.of(
                    "<script>alert('XA')</script>",
                    "\"><img src=x onerror=alert('XA')>",
                    "'><svg/onload=alert('XA')>",
                    "</title><script>alert('XA')</script>",
                    "</textarea><script>alert('XA')</script>",
                    "javascript:alert('XA')",
                    "<a href=javascript:alert('XA')>x</a>",
                    "<form id=sign-in><input name=action>",
                    "<base href=//evil.example/>",
                    "${7*7}@{'x'}<%= 1 %>",
                    "![x](http://evil.example/XA.png) [y](javascript:alert('XA'))",
                    "</div></main><iframe src=//evil.example>",
                    "\u001b]52;c;WEE=\u0007\u001b[2J",
                    "\u202eevil\u2066x\u200b\ufeff");

    @TempDir static Path folder;
    private static Running running;
    private static String id;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        running = new Running(folder);
        id = running.analysed("name=" + encoded("<script>alert('XA')</script>"), bundle());
        running.send(
                "POST",
                "/api/cases/" + id + "/notes",
                Running.utf8("{\"text\":\"<script>alert('XA')</script>\"}"),
                "Content-Type",
                "application/json");
        running.send(
                "PUT",
                "/api/cases/" + id + "/tags",
                Running.utf8("{\"tags\":[\"'><img src=x onerror=alert(1)>\"]}"),
                "Content-Type",
                "application/json");
    }

    @AfterAll
    static void stop() throws IOException {
        running.close();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * The words stand in lines that rules quote, in lines nobody explains, and in names of files.
     */
    private static byte[] bundle() throws IOException {
        StringBuilder log = new StringBuilder();
        for (String hostile : STRINGS) {
            log.append(
                            "2026-10-06T07:06:48.6041377Z\t[Error]:\tCannot update Remote Desktop"
                                    + " Connection settings for ")
                    .append(hostile)
                    .append(
                            " account. Error: System.Runtime.InteropServices.COMException"
                                + " (0x800708C5): The password does not meet the password policy"
                                + " requirements.\n");
            log.append("2026-10-06T07:06:49.6041377Z\t[Error]:\tSomething odd happened to ")
                    .append(hostile)
                    .append('\n');
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(
                    new ZipEntry(
                            "WindowsAzure/Logs/Plugins/Microsoft.Compute.VMAccessAgent/2.4.11/JsonVMAccessExtension.log"));
            zip.write(Running.utf8(log.toString()));
            zip.putNextEntry(new ZipEntry("Logs/<img src=x onerror=alert(1)>.log"));
            zip.write(Running.utf8(log.toString()));
        }
        return bytes.toByteArray();
    }

    private static void assertInert(String page, String where) {
        assertThat(page.toLowerCase(java.util.Locale.ROOT))
                .as(where)
                .doesNotContain("<script>alert")
                .doesNotContain("<img src=x")
                .doesNotContain("<svg/onload")
                .doesNotContain("<iframe")
                .doesNotContain("<base")
                .doesNotContain("<form id=sign-in")
                .doesNotContain("href=javascript:")
                .doesNotContain("href=\"javascript:");
        assertThat(
                        page.chars()
                                .filter(
                                        unit ->
                                                (unit < ' '
                                                                && unit != '\n'
                                                                && unit != '\t'
                                                                && unit != '\r')
                                                        || unit == 0x202e
                                                        || unit == 0x2066
                                                        || unit == 0x200b
                                                        || unit == 0xfeff))
                .as(where)
                .isEmpty();
    }

    @Test
    void pagesShowThemAsText() throws IOException, InterruptedException {
        assertThat(running.json("/api/cases/" + id).path("state").asString()).isEqualTo("done");
        String hash =
                running.json("/api/cases/" + id + "/files")
                        .path("files")
                        .path(0)
                        .path("hash")
                        .asString();
        for (String page :
                List.of(
                        "/",
                        "/?q=alert",
                        "/?q=" + encoded(STRINGS.getFirst()),
                        "/c/" + id,
                        "/c/" + id + "/f/1",
                        "/c/" + id + "/file/" + hash,
                        "/c/" + id + "/find?q=" + encoded(STRINGS.get(1)),
                        "/compare?before=" + id + "&after=" + id,
                        "/no-such-page/" + encoded(STRINGS.getFirst()))) {
            assertInert(running.get(page).body(), page);
        }
    }

    @Test
    void exportsKeepThemAsText() throws IOException, InterruptedException {
        for (String form : List.of("html", "junit")) {
            assertInert(running.get("/api/cases/" + id + "/export/" + form).body(), form);
        }
        String markdown = running.get("/api/cases/" + id + "/export/md").body();
        assertThat(
                        markdown.lines()
                                .filter(line -> line.contains("![x]("))
                                .allMatch(
                                        line ->
                                                line.startsWith("    ")
                                                        || line.startsWith("|")
                                                        || isFenced(markdown, line)))
                .isTrue();
    }

    private static boolean isFenced(String markdown, String line) {
        int at = markdown.indexOf(line);
        return markdown.substring(0, at).lines().filter(one -> one.startsWith("```")).count() % 2
                == 1;
    }

    @Test
    void answersInJsonAreNeverTakenForAPage() throws IOException, InterruptedException {
        for (String path :
                List.of(
                        "/api/cases",
                        "/api/cases/" + id,
                        "/api/cases/" + id + "/report",
                        "/api/cases/" + id + "/search?q=alert",
                        "/api/cases/" + encoded(STRINGS.getFirst()))) {
            var answer = running.get(path);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(path)
                    .startsWith("application/json");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
    }

    @Test
    void rawTextIsHandedOutAsAFileInASandbox() throws IOException, InterruptedException {
        String hash =
                running.json("/api/cases/" + id + "/files")
                        .path("files")
                        .path(0)
                        .path("hash")
                        .asString();
        var answer = running.get("/api/cases/" + id + "/files/" + hash + "/raw");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("sandbox");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment; filename=\"" + hash);
    }

    @Test
    void aFileOfAnotherCaseIsNotReached() throws IOException, InterruptedException {
        String other = running.analysed("name=other", Running.utf8("nothing in common"));
        String hash =
                running.json("/api/cases/" + id + "/files")
                        .path("files")
                        .path(0)
                        .path("hash")
                        .asString();
        for (String path :
                List.of(
                        "/api/cases/" + other + "/files/" + hash + "/raw",
                        "/api/cases/" + other + "/files/" + hash + "/lines",
                        "/c/" + other + "/file/" + hash)) {
            assertThat(running.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void errorsTellNothingOfTheInside() throws IOException, InterruptedException {
        for (String path :
                List.of(
                        "/api/cases/x/files/" + "a".repeat(64) + "/lines?from=-1",
                        "/api/cases/" + id + "/files/..%2f..%2fcases.db/raw",
                        "/api/cases/" + id + "/search?since=soon",
                        "/c/" + id + "/f/999999",
                        "/c/" + id + "/f/%00",
                        "/api/cases/%2e%2e%2f",
                        "/api/cases/" + id + "/export/exe",
                        "/assets/x/..%2f..%2fpom.xml",
                        "/api/cases?q=" + encoded("\u0000\"(*"))) {
            var answer = running.get(path);
            assertThat(answer.statusCode()).as(path).isBetween(200, 499);
            assertThat(answer.body())
                    .as(path)
                    .doesNotContain("Exception")
                    .doesNotContain("latchkey.web")
                    .doesNotContain("\tat ")
                    .doesNotContain(folder.toString());
        }
    }
}
