package latchkey.simulator.scenario.bundle;

import latchkey.simulator.guest.Registry;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The registry in the two forms that bundles have. */
final class RegistryExport {
    private RegistryExport() {}

    @Known(how = How.INFERRED, source = "documented format of reg export; UTF-16LE with mark")
    static Ink regFile(Registry registry) {
        StringBuilder text = new StringBuilder("Windows Registry Editor Version 5.00\r\n");
        registry.all()
                .forEach(
                        (key, values) -> {
                            text.append("\r\n[").append(key).append("]\r\n");
                            values.forEach((name, value) -> line(text, name, value));
                        });
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(0xff);
        bytes.write(0xfe);
        bytes.writeBytes(text.toString().getBytes(StandardCharsets.UTF_16LE));
        return Ink.of(bytes.toByteArray());
    }

    private static void line(StringBuilder text, String name, Registry.Value value) {
        text.append('"').append(name.replace("\\", "\\\\")).append("\"=");
        switch (value) {
            case Registry.Value.Number number ->
                    text.append("dword:")
                            .append(String.format(Locale.ROOT, "%08x", number.value()));
            case Registry.Value.Text words ->
                    text.append('"')
                            .append(words.value().replace("\\", "\\\\").replace("\"", "\\\""))
                            .append('"');
        }
        text.append("\r\n");
    }

    @Known(
            how = How.SPECIFIED,
            source = "azure-diskinspect-service: flat object, one pair a line, leading commas")
    static Ink json(Registry registry) {
        String pairs =
                registry.all().entrySet().stream()
                        .flatMap(
                                key ->
                                        key.getValue().entrySet().stream()
                                                .map(value -> pair(key.getKey(), value)))
                        .collect(Collectors.joining("\r\n,"));
        return Ink.of("{\r\n" + pairs + "\r\n}\r\n");
    }

    private static String pair(String key, Map.Entry<String, Registry.Value> value) {
        String text =
                switch (value.getValue()) {
                    case Registry.Value.Number number -> Long.toString(number.value());
                    case Registry.Value.Text words -> words.value();
                };
        String path = (key + "\\" + value.getKey()).replace("\\", "\\\\");
        return "\"" + path + "\": \"" + text.replace("\\", "\\\\") + "\"";
    }
}
