package latchkey.simulator.server;

import latchkey.simulator.controlplane.ArmResponse;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/** {@code /metadata/endpoints} in all its versions: how clients find a cloud. */
@Known(how = How.SPECIFIED, source = "azure-stack-rest-api-use; az cloud register of 2.45 and 2.74")
final class MetadataRoutes {
    Optional<ArmResponse> answer(Asked asked, String tenantId) {
        if (!asked.method().equals("GET")
                || !asked.path().equalsIgnoreCase("/metadata/endpoints")) {
            return Optional.empty();
        }
        String version = asked.query("api-version");
        return Optional.of(
                switch (version) {
                    case "" ->
                            Said.error(
                                    400,
                                    "MissingApiVersionParameter",
                                    "The api-version query parameter (?api-version=) is required"
                                            + " for all requests.");
                    case "1.0", "2015-01-01", "2015-11-01" ->
                            Said.json(200, oldest(asked, tenantId));
                    case "2018-05-01", "2018-09-01", "2019-05-01", "2019-10-01", "2020-06-01" ->
                            Said.json(200, Said.array().add(newer(asked, tenantId)));
                    default ->
                            version.matches("20\\d\\d-\\d\\d-\\d\\d(-[a-z]+)?")
                                    ? Said.json(200, newer(asked, tenantId, version))
                                    : Said.error(
                                            400,
                                            "InvalidApiVersionParameter",
                                            "The api-version '" + version + "' is invalid.");
                });
    }

    private static ObjectNode oldest(Asked asked, String tenantId) {
        String base = asked.origin();
        ObjectNode node = Said.object();
        node.put("galleryEndpoint", base + "/gallery/").put("graphEndpoint", base + "/graph/");
        node.put("portalEndpoint", base + "/portal/");
        ObjectNode authentication = node.putObject("authentication");
        authentication.put("loginEndpoint", base + "/");
        authentication.putArray("audiences").add(base).add(base + "/" + tenantId);
        return node;
    }

    private static tools.jackson.databind.JsonNode newer(
            Asked asked, String tenantId, String version) {
        ObjectNode cloud = newer(asked, tenantId);
        boolean single = version.compareTo("2022-09-01") < 0;
        return single ? cloud : Said.array().add(cloud);
    }

    private static ObjectNode newer(Asked asked, String tenantId) {
        String base = asked.origin();
        ObjectNode node = Said.object();
        node.put("name", "LatchkeyWorld").put("portal", base + "/portal/");
        ObjectNode authentication = node.putObject("authentication");
        authentication.put("loginEndpoint", base + "/");
        authentication.putArray("audiences").add(base).add(base + "/");
        authentication.put("tenant", tenantId).put("identityProvider", "AAD");
        node.put("resourceManager", base + "/").put("graph", base + "/graph/");
        node.put("microsoftGraphResourceId", base + "/graph/");
        node.put("gallery", base + "/gallery/").put("batch", base + "/batch/");
        node.put("media", base + "/media/").put("sqlManagement", base + "/sql/");
        node.put("graphAudience", base + "/graph/").put("activeDirectoryDataLake", base + "/");
        node.put("vmImageAliasDoc", base + "/aliases.json");
        node.putObject("suffixes").put("storage", "localhost").put("keyVaultDns", "localhost");
        return node;
    }
}
