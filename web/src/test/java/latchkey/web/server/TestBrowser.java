package latchkey.web.server;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What matters of a browser: its cookies, and that it says where a request comes from. */
final class TestBrowser {
    private final int port;
    private final String host;
    private final String origin;
    private final Map<String, String> cookies = new TreeMap<>();

    /**
     * @param host the name it calls the server by, whatever machine and port that is
     */
    TestBrowser(int port, String host, String origin) {
        this.port = port;
        this.host = host;
        this.origin = origin;
    }

    /** An answer, its headers in lower case. */
    record Answer(int status, Map<String, List<String>> headers, String body) {
        Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    void keep(String name, String value) {
        cookies.put(name, value);
    }

    Map<String, String> cookies() {
        return cookies;
    }

    String cookieHeader() {
        return String.join(
                "; ",
                cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).toList());
    }

    /** A link that was followed, from a page of ours or from another site. */
    Answer follow(String path, String site) throws IOException {
        return send("GET", path, "", Map.of("Sec-Fetch-Site", site, "Sec-Fetch-Mode", "navigate"));
    }

    Answer get(String path) throws IOException {
        return follow(path, "none");
    }

    /** What a script of our page asks for. */
    Answer ask(String method, String path, String body) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Sec-Fetch-Site", "same-origin");
        headers.put("Sec-Fetch-Mode", "cors");
        headers.put("Origin", origin);
        if (body.startsWith("{")) {
            headers.put("Content-Type", "application/json");
        }
        return send(method, path, body, headers);
    }

    Answer send(String method, String path, String body, Map<String, String> headers)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        text.append("Host: ").append(host).append("\r\n");
        if (!cookies.isEmpty()) {
            text.append("Cookie: ").append(cookieHeader()).append("\r\n");
        }
        headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
        text.append("Content-Length: " + bytes.length + "\r\nConnection: close\r\n\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(text.toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(bytes);
        Answer answer = read(RawRequest.exchange(port, request.toByteArray()));
        answer.headers().getOrDefault("set-cookie", List.of()).forEach(this::set);
        return answer;
    }

    private void set(String line) {
        String[] both = line.split(";")[0].split("=", 2);
        if (line.contains("01 Jan 1970")) {
            cookies.remove(both[0]);
        } else {
            cookies.put(both[0], both[1]);
        }
    }

    private static Answer read(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, Map.of(), "");
        }
        String[] lines = text.substring(0, end).split("\r\n");
        Map<String, List<String>> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] both = lines[i].split(": ", 2);
            headers.computeIfAbsent(
                            both[0].toLowerCase(Locale.ROOT), name -> new java.util.ArrayList<>())
                    .add(both.length > 1 ? both[1] : "");
        }
        return new Answer(
                Integer.parseInt(lines[0].split(" ")[1]), headers, text.substring(end + 4));
    }
}
