package latchkey.simulator.controlplane;

import latchkey.simulator.wire.PlatformConditions.Trouble;
import latchkey.simulator.wire.WireRequest;
import latchkey.simulator.wire.WireResponse;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Storage outside the host: the machine's status blob, and the stores of manifests and packages.
 */
@Known(how = How.SPECIFIED, source = "WALinuxAgent test data; simulator.md 4.2 and 4.5")
final class BlobStores {
    private static final String PACKAGES = "/f72a14ab-29e4-4d83-a7b8-8b1c1a2d3e4f/";

    private final HostSide host;
    private final String signature;

    BlobStores(HostSide host, String signature) {
        this.host = host;
        this.signature = signature;
    }

    /** Where the agent writes its status. */
    String statusBlob() {
        return "https://md-hdd-%s.z12.blob.storage.azure.net%s?sv=2018-03-28&sr=b&sk=system-1&sig=%s&se=9999-01-01T00:00:00Z&sp=w"
                .formatted(signature.substring(0, 12), statusPath(), signature);
    }

    private String statusPath() {
        return "/$system/" + host.machine().name() + "." + host.machine().vmId() + ".status";
    }

    /** Where the versions of a handler are listed. */
    String manifestOf(Extension extension) {
        return "https://%s%s%s_%s_%s_manifest.xml"
                .formatted(
                        store(),
                        PACKAGES,
                        extension.wish().publisher(),
                        extension.wish().type(),
                        host.machine().location());
    }

    private String store() {
        return "zrdfepirv2" + host.machine().location() + ".blob.core.windows.net";
    }

    WireResponse answer(WireRequest request) {
        String path = request.target().getPath();
        if (path.startsWith("/$system/")) {
            return status(request);
        }
        if (host.platform().conditions().holds(Trouble.PACKAGE_STORE_DOWN, host.machine().name())) {
            return WireResponse.text(
                    503, "application/xml", error("ServerBusy", "The server is busy."));
        }
        if (!request.method().equals("GET") || !path.startsWith(PACKAGES)) {
            return absent();
        }
        String name = path.substring(PACKAGES.length());
        return name.endsWith("_manifest.xml") ? manifest(name) : packaged(name);
    }

    private WireResponse status(WireRequest request) {
        String query = request.target().getQuery() == null ? "" : request.target().getQuery();
        boolean mine = request.target().getPath().equals(statusPath());
        if (!mine || !query.contains("sig=" + signature)) {
            return WireResponse.text(
                    403,
                    "application/xml",
                    error("AuthenticationFailed", "Server failed to authenticate the request."));
        }
        if (!request.method().equals("PUT")) {
            return WireResponse.of(403);
        }
        String text = request.text();
        boolean isPageCreation = text.isEmpty();
        if (!isPageCreation) {
            host.store(text);
        }
        return WireResponse.of(201);
    }

    private WireResponse manifest(String name) {
        for (ExtensionCatalogue.Image image : host.platform().catalogue().all()) {
            String begin = image.publisher() + "_" + image.type() + "_";
            if (name.toLowerCase(Locale.ROOT).startsWith(begin.toLowerCase(Locale.ROOT))) {
                StringBuilder xml = new StringBuilder(512);
                xml.append(
                        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                            + "<PluginVersionManifest"
                            + " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"><Plugins>\n");
                for (String version : image.versions()) {
                    xml.append("  <Plugin><Version>")
                            .append(version)
                            .append("</Version><Uris><Uri>https://");
                    xml.append(store()).append(PACKAGES).append(image.handler()).append("__");
                    xml.append(version).append("</Uri></Uris></Plugin>\n");
                }
                return WireResponse.text(
                        200,
                        "application/xml",
                        xml.append("</Plugins></PluginVersionManifest>\n").toString());
            }
        }
        return absent();
    }

    private WireResponse packaged(String name) {
        int mark = name.indexOf("__");
        String handler = mark < 0 ? name : name.substring(0, mark);
        Optional<ExtensionCatalogue.Image> image =
                host.platform().catalogue().all().stream()
                        .filter(known -> known.handler().equalsIgnoreCase(handler))
                        .filter(known -> known.versions().contains(name.substring(mark + 2)))
                        .findFirst();
        return image.map(
                        known ->
                                new WireResponse(
                                        200,
                                        Map.of("Content-Type", "application/octet-stream"),
                                        zip(known)))
                .orElseGet(BlobStores::absent);
    }

    /** A package with the manifest every handler has; its program is the guest's business. */
    private static byte[] zip(ExtensionCatalogue.Image image) {
        String end = image.os().equals("Windows") ? ".cmd" : ".sh";
        String manifest =
                """
                [{"version":1.0,"handlerManifest":{"installCommand":"install%1$s","uninstallCommand":"uninstall%1$s","updateCommand":"update%1$s","enableCommand":"enable%1$s","disableCommand":"disable%1$s","rebootAfterInstall":false,"reportHeartbeat":false}}]
                """
                        .formatted(end);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("HandlerManifest.json");
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(manifest.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }

    private static WireResponse absent() {
        return WireResponse.text(
                404,
                "application/xml",
                error("BlobNotFound", "The specified blob does not exist."));
    }

    private static String error(String code, String message) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>"
                + code
                + "</Code><Message>"
                + message
                + "</Message></Error>";
    }
}
