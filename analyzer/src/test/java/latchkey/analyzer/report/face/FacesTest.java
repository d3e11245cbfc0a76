package latchkey.analyzer.report.face;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import latchkey.analyzer.report.EmptyReport;
import latchkey.analyzer.report.Report;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import javax.xml.parsers.DocumentBuilderFactory;

class FacesTest {

    @Test
    void jsonFollowsTheSchema() throws Exception {
        // Given
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        String text;
        try (var in = Report.class.getResourceAsStream("report-1.schema.json")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        var schema = registry.getSchema(text, InputFormat.JSON);
        // When, Then
        assertThat(schema.validate(print(Format.JSON, Reports.plain()), InputFormat.JSON))
                .isEmpty();
        assertThat(
                        schema.validate(
                                print(Format.JSON, EmptyReport.refused("x", "y")),
                                InputFormat.JSON))
                .isEmpty();
        var renamed = print(Format.JSON, Reports.plain()).replace("\"cause-found\"", "\"found\"");
        assertThat(schema.validate(renamed, InputFormat.JSON)).isNotEmpty();
        var missing = print(Format.JSON, Reports.plain()).replace("\"because\"", "\"why\"");
        assertThat(schema.validate(missing, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void jsonReadsBackAsTheSameReport() throws Exception {
        // Given
        var report = Reports.of(word -> word + "\u202e\u0000\ud83d\ude00\ud800");
        // When
        var again = ReportReader.read(print(Format.JSON, report));
        // Then
        assertThat(again).isEqualTo(report);
    }

    @Test
    void jsonIsIndentedByTwoBlanksAndLineFeeds() throws Exception {
        assertThat(print(Format.JSON, Reports.plain()))
                .startsWith(
                        "{\n"
                                + "  \"schemaVersion\": \"1.0\",\n"
                                + "  \"tool\": {\n"
                                + "    \"name\": \"latchkey\",")
                .endsWith("}\n")
                .doesNotContain("\r");
    }

    @Test
    void aBatchLineIsOneLineWithTheIdFirst() throws Exception {
        // Given
        var out = new StringWriter();
        // When
        new JsonFace().printLine("case\n1", Reports.of(word -> word + "\n"), out);
        // Then
        assertThat(out.toString())
                .startsWith("{\"id\":\"case\\n1\",\"schemaVersion\"")
                .containsOnlyOnce("\n");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void noFaceLetsAnUnseenCharacterThrough(Format format) throws Exception {
        for (var hidden : hiddenCharacters()) {
            // When
            var page = print(format, Reports.of(word -> "a" + hidden + "b" + word));
            // Then
            if (!hidden.equals("\n")) {
                assertThat(page).doesNotContain(hidden);
            }
            assertThat(page).doesNotContain("a\nb");
        }
    }

    private static List<String> hiddenCharacters() {
        var all = new ArrayList<String>();
        for (int point = 0; point <= 0x9f; point++) {
            if (point < 0x20 || point >= 0x7f) {
                all.add(Character.toString(point));
            }
        }
        for (var range :
                List.of(
                        "\u200b\u200f",
                        "\u2028\u202e",
                        "\u2060\u2069",
                        "\ufeff\ufeff",
                        "\u061c\u061c",
                        "\ufffe\uffff")) {
            for (int point = range.charAt(0); point <= range.charAt(1); point++) {
                all.add(Character.toString(point));
            }
        }
        all.add("\ud800");
        all.add(Character.toString(0xe0041));
        return all;
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void printsTheSameBytesTwice(Format format) throws Exception {
        assertThat(print(format, Reports.plain())).isEqualTo(print(format, Reports.plain()));
    }

    @Test
    void htmlShowsHostileWordsAsText() throws Exception {
        // Given
        var hostile = "<img src=x onerror=alert(1)>\"'`</style></pre><script>";
        // When
        var page = print(Format.HTML, Reports.of(word -> hostile));
        // Then
        assertThat(page).contains("&lt;img src=x onerror=alert(1)&gt;");
        assertThat(page).doesNotContain("<img", "<script", "javascript:", "onerror=alert(1)>");
        assertThat(page.split("</style>", -1)).hasSize(2);
        assertThat(page).contains("default-src &#39;none&#39;");
    }

    @Test
    void htmlLinksOnlyPlainAddressesOfRules() throws Exception {
        assertThat(print(Format.HTML, Reports.plain()))
                .contains("href=\"https://learn.microsoft.com/x\"");
        assertThat(print(Format.HTML, Reports.of(word -> "javascript:alert(1)")))
                .doesNotContain("href=\"javascript");
        assertThat(print(Format.HTML, Reports.of(word -> "https://evil.example/\" onclick=x")))
                .doesNotContain("href=\"https");
    }

    @Test
    void htmlStaysUnderOneMegabyteWhateverTheReportHolds() throws Exception {
        // Given
        var huge = Reports.of(word -> "\u0000<".repeat(20_000));
        // When
        var page = print(Format.HTML, huge);
        // Then
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(1_000_000);
        assertThat(page).endsWith("</html>\n");
    }

    @Test
    void markdownFencesAreLongerThanAnyRunOfBackticks() throws Exception {
        // When
        var page = print(Format.MD, Reports.of(word -> "x ````` y"));
        // Then
        assertThat(page).contains("``````text\n  x ````` y\n  ``````");
    }

    @Test
    void markdownMakesNoMarkupOfWordsFromALog() throws Exception {
        // When
        var page = print(Format.MD, Reports.of(word -> "<b> [x](https://evil.example) @me"));
        // Then
        var outsideCode = page.replaceAll("(?s)```text.*?```", "").replaceAll("`[^`]*`", "");
        assertThat(outsideCode)
                .doesNotContain("<b>", "[x](", "https://", " @me")
                .contains("\\<b\\>");
    }

    @Test
    void junitIsXmlWithACasePerRule() throws Exception {
        // Given
        UnaryOperator<String> hostile = word -> "]]><x a='1'>&\u0000\ufffe\ud800" + word;
        // When
        var page = print(Format.JUNIT, Reports.of(hostile));
        // Then
        var suite =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(page)))
                        .getDocumentElement();
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(5);
        assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(1);
        assertThat(suite.getElementsByTagName("skipped").getLength()).isEqualTo(2);
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
    }

    @Test
    void sarifNamesLinesAndKinds() throws Exception {
        // When
        var run = JsonMapper.shared().readTree(print(Format.SARIF, Reports.plain())).at("/runs/0");
        // Then
        assertThat(run.at("/results/0/kind").asString()).isEqualTo("fail");
        assertThat(run.at("/results/0/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(3);
        assertThat(run.at("/results/0/partialFingerprints").isEmpty()).isFalse();
        assertThat(
                        run.at("/results").values().stream()
                                .map(result -> result.at("/kind").asString()))
                .containsExactly(
                        "fail",
                        "fail",
                        "informational",
                        "informational",
                        "pass",
                        "open",
                        "notApplicable",
                        "open");
    }

    @Test
    void textTellsTheVerdictFirstAndEveryPart() throws Exception {
        assertThat(print(Format.TEXT, Reports.plain()))
                .startsWith("CAUSE FOUND\nNew password breaks the rules\nmachine  vm1, Windows")
                .contains(
                        "Logs/0.status:3",
                        "| error 2245 in line",
                        "Explains",
                        "ARM-101",
                        "1. Set a longer password")
                .contains(
                        "! Grants administrator rights.", "cli: Set it.", "az vm user update -g rg")
                .contains(
                        "because: The VM is not running.",
                        "near AGT-001",
                        "(cause unknown, ARM-101)",
                        "Collect next",
                        "part: limit; clock jump")
                .doesNotContain("\u001b");
    }

    @Test
    void mappingRewritesEvidenceButNoIds() {
        // When
        var mapped = Reports.plain().map(word -> "*");
        // Then
        var cause = mapped.causes().getFirst();
        assertThat(cause.cause()).isEqualTo("password-policy");
        assertThat(cause.title()).isEqualTo("*");
        assertThat(cause.evidence().getFirst().file()).isEqualTo("*");
        assertThat(cause.fixes().getFirst().steps().getFirst().command()).isEqualTo("*");
        assertThat(mapped.machine().name()).isEqualTo("*");
        assertThat(mapped.coverage().getFirst().kind()).isEqualTo("text");
    }

    private static String print(Format format, Report report) throws IOException {
        var out = new StringWriter();
        format.face(false).print(report, out);
        return out.toString();
    }
}
