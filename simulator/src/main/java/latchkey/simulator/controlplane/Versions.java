package latchkey.simulator.controlplane;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.List;
import java.util.regex.Pattern;

/** api-version: required on all requests, any well-formed one of the service's life accepted. */
@Known(
        how = How.ASSUMED,
        source = "general knowledge of Azure Resource Manager; not source-checked")
final class Versions {
    private static final Pattern DATE =
            Pattern.compile("20(1[4-9]|2\\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])(-[a-z]+)?");

    /** Some of those that clients are known to send. */
    static final List<String> LISTED =
            List.of(
                    "2026-03-01",
                    "2025-11-01",
                    "2025-04-01",
                    "2024-11-01",
                    "2023-09-01",
                    "2021-11-01",
                    "2020-06-01",
                    "2017-12-01",
                    "2016-03-30",
                    "2015-06-15");

    private Versions() {}

    static void check(Call call, String resourceType) throws Refusal {
        String version = call.apiVersion();
        if (version.isEmpty()) {
            throw new Refusal(
                    400,
                    "MissingApiVersionParameter",
                    "The api-version query parameter (?api-version=) is required for all"
                            + " requests.");
        }
        if (!DATE.matcher(version).matches()) {
            throw new Refusal(
                    400,
                    "NoRegisteredProviderFound",
                    "No registered resource provider found for API version '"
                            + version
                            + "' and type '"
                            + resourceType
                            + "'. The supported api-versions are '"
                            + String.join(", ", LISTED)
                            + "'.");
        }
    }
}
