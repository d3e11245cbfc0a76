package latchkey.simulator.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.simulator.wire.HandlerStatus;
import latchkey.simulator.wire.PlatformConditions.Trouble;

import org.junit.jupiter.api.Test;

/** Sequence numbers, templates, Run Command, scale sets, and trouble on the platform's side. */
final class WiderRoutesTest {
    private static final String SET =
            Bench.GROUP + "/providers/Microsoft.Compute/virtualMachineScaleSets/set1";
    private static final String DEPLOYMENT =
            Bench.GROUP + "/providers/Microsoft.Resources/deployments/d1";
    private static final String TEMPLATE =
            """
            {"properties":{"mode":"Incremental","parameters":{"vmName":{"value":"vm1"},"password":{"value":"Correct-Horse-8"}},
             "template":{"$schema":"x","contentVersion":"1.0.0.0","parameters":{"vmName":{"type":"string"},"password":{"type":"securestring"}},
             "resources":[{"type":"Microsoft.Compute/virtualMachines/extensions","name":"[concat(parameters('vmName'),'/', 'enablevmaccess')]","apiVersion":"2023-09-01","location":"[resourceGroup().location]",
              "properties":{"publisher":"Microsoft.Compute","type":"VMAccessAgent","typeHandlerVersion":"2.4","settings":{"UserName":"ana"},"protectedSettings":{"Password":"[parameters('password')]"}}}]}}}\
            """;

    @Test
    void whatChangedRunsAgainAndWhatDidNotDoesNot() {
        // Given
        var bench = new Bench();
        String open = Bench.WISH.replaceFirst(",\"protectedSettings\":\\{[^}]*}", "");
        bench.run("PUT", Bench.ACCESS, open);
        // When
        bench.run("PUT", Bench.ACCESS, open);
        var same = sequence(bench);
        bench.run("PATCH", Bench.ACCESS, "{\"properties\":{\"forceUpdateTag\":\"2\"}}");
        var tagged = sequence(bench);
        bench.run("PUT", Bench.ACCESS, Bench.WISH);
        // Then
        assertThat(same).isZero();
        assertThat(tagged).isEqualTo(1);
        assertThat(sequence(bench)).isEqualTo(2);
    }

    private static int sequence(Bench bench) {
        return bench.world.chronicle().all().stream()
                .filter(happening -> happening.what().equals("extension-accepted"))
                .reduce((a, b) -> b)
                .map(happening -> Integer.parseInt(happening.details().get("sequence")))
                .orElseThrow();
    }

    @Test
    void aTemplateCarriesTheGuestsErrorInItsWrappers() {
        // Given
        var bench = new Bench();
        bench.guest().handler = (goal, settings) -> bench.guest().status(goal, "error", "No way.");
        // When
        var end = bench.run("PUT", DEPLOYMENT, TEMPLATE);
        // Then
        assertThat(end.at("/error/code").asString()).isEqualTo("DeploymentFailed");
        assertThat(end.at("/error/details/0/code").asString()).isEqualTo("Conflict");
        var inner = Json.MAPPER.readTree(end.at("/error/details/0/message").asString());
        assertThat(inner.at("/error/code").asString()).isEqualTo("ResourceDeploymentFailure");
        assertThat(inner.at("/error/details/0/code").asString())
                .isEqualTo("VMExtensionProvisioningError");
        assertThat(bench.guest().lastSecret).contains("Correct-Horse-8");
    }

    @Test
    void aRunCommandTellsItsOutputAndMayNotRunTwiceAtOnce() {
        // Given
        var bench = new Bench();
        String body = "{\"commandId\":\"RunPowerShellScript\",\"script\":[\"hostname\"]}";
        // When
        var first = bench.send("POST", Bench.VM + "/runCommand", body);
        var second = bench.send("POST", Bench.VM + "/runCommand", body);
        bench.finish(first);
        // Then
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("Run command extension execution is in progress.");
        var result =
                bench.plane.handle(
                        ArmRequest.of(
                                "GET",
                                first.header("Location")
                                        .orElseThrow()
                                        .replace("https://management.azure.com", ""),
                                ""));
        assertThat(Bench.json(result).at("/value/0/message").asString()).isEqualTo("Done.");
    }

    @Test
    void instancesOfAScaleSetFollowTheModelWhenUpgraded() {
        // Given
        var bench = new Bench();
        bench.run(
                "PUT",
                SET,
                """
                {"location":"eastus","sku":{"name":"Standard_D2s_v3","capacity":2},"properties":{"upgradePolicy":{"mode":"Manual"},
                 "virtualMachineProfile":{"osProfile":{"computerNamePrefix":"set","adminUsername":"azureuser","adminPassword":"Correct-Horse-7"},"storageProfile":{}}}}\
                """);
        String wish = Bench.WISH.replace("\"location\":\"East US\",", "");
        // When
        var end = bench.run("PUT", SET + "/extensions/access", wish);
        var before = bench.get(SET + "/virtualMachines/0");
        bench.run("POST", SET + "/manualupgrade", "{\"instanceIds\":[\"0\"]}");
        // Then
        assertThat(end.path("status").asString()).isEqualTo("Succeeded");
        assertThat(before.at("/properties/latestModelApplied").asBoolean()).isFalse();
        assertThat(before.path("resources").size()).isZero();
        var after = bench.get(SET + "/virtualMachines");
        assertThat(after.at("/value/0/resources/0/properties/provisioningState").asString())
                .isEqualTo("Succeeded");
        assertThat(after.at("/value/1/properties/latestModelApplied").asBoolean()).isFalse();
    }

    @Test
    void aHandlerThatCannotBeBroughtUpIsATerminalFailure() {
        // Given
        var bench = new Bench();
        bench.guest().handler =
                (goal, settings) ->
                        new HandlerStatus(
                                goal.handler(), goal.version(), "NotReady", 1007, "exit 1", null);
        // When
        var end = bench.run("PUT", Bench.ACCESS, Bench.WISH);
        // Then
        assertThat(end.at("/error/code").asString())
                .isEqualTo("VMExtensionHandlerNonTransientError");
        assertThat(end.at("/error/message").asString())
                .startsWith(
                        "The handler for VM extension type 'Microsoft.Compute.VMAccessAgent' has"
                            + " reported terminal failure for VM extension 'enablevmaccess' with"
                            + " error message: 'exit 1'.");
    }

    @Test
    void troubleOfThePlatformHasItsOwnCodes() {
        assertThat(under(Trouble.ARTIFACT_REPOSITORY_DOWN))
                .isEqualTo("VMArtifactRepositoryInternalError");
        assertThat(under(Trouble.EXTENSION_INTERNAL_ERROR))
                .isEqualTo("VMExtensionManagementInternalError");
        assertThat(under(Trouble.HOST_MAINTENANCE)).isEqualTo("VMAgentStatusCommunicationError");
        assertThat(under(Trouble.AGENT_STATUS_DROPPED))
                .isEqualTo("VMAgentStatusCommunicationError");
    }

    private static String under(Trouble trouble) {
        var bench = new Bench();
        bench.plane.conditions().begin(trouble, "vm1");
        return bench.run("PUT", Bench.ACCESS, Bench.WISH).at("/error/code").asString();
    }

    @Test
    void aFirstStartThatIsNeverSeenToEndTimesOut() {
        // Given
        var bench = new Bench();
        bench.plane.conditions().begin(Trouble.PROVISIONING_UNSEEN, "vm2");
        // When
        var end = bench.run("PUT", Bench.VM.replace("vm1", "vm2"), Bench.MACHINE);
        // Then
        assertThat(end.at("/error/code").asString()).isEqualTo("OSProvisioningTimedOut");
        assertThat(end.at("/error/message").asString())
                .contains("However, the VM guest agent was detected running.");
    }

    @Test
    void tenThousandPollsOfAnEndedOperationSayTheSameAndMoveNothing() {
        // Given
        var bench = new Bench();
        var begun = bench.send("PUT", Bench.ACCESS, Bench.WISH);
        var end = bench.finish(begun);
        var before = bench.world.now();
        // When
        var last = end;
        for (int i = 0; i < 10_000; i++) {
            last = bench.finish(begun);
        }
        // Then
        assertThat(last).isEqualTo(end);
        assertThat(bench.world.now()).isEqualTo(before);
    }

    @Test
    void redeployedMachinesReportAgainAlsoByWayOfTheHost() {
        // Given
        var bench = new Bench();
        bench.guest().direct = false;
        // When
        var end = bench.run("POST", Bench.VM + "/redeploy", "");
        var reset = bench.run("PUT", Bench.ACCESS, Bench.WISH);
        // Then
        assertThat(end.path("status").asString()).isEqualTo("Succeeded");
        assertThat(reset.path("status").asString()).isEqualTo("Succeeded");
    }
}
