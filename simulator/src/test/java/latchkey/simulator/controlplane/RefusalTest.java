package latchkey.simulator.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Every refusal comes from its precondition, with the service's own words. */
final class RefusalTest {
    private static void refused(ArmResponse answer, int status, String code, String message) {
        var error = Bench.json(answer).path("error");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(error.path("code").asString()).isEqualTo(code);
        assertThat(error.path("message").asString()).contains(message);
    }

    private static String wish(String member, String value) {
        return Bench.WISH.replaceFirst(
                "\"" + member + "\":\"[^\"]*\"", "\"" + member + "\":" + value);
    }

    @Test
    void aStoppedMachineRefusesEveryWriteAndNoRead() {
        // Given
        var bench = new Bench();
        bench.run("PUT", Bench.ACCESS, Bench.WISH);
        // When
        bench.run("POST", Bench.VM + "/deallocate", "");
        // Then
        for (String method : List.of("PUT", "PATCH", "DELETE")) {
            var answer = bench.send(method, Bench.ACCESS, Bench.WISH);
            refused(answer, 409, "OperationNotAllowed", "when the VM is not running.");
            assertThat(Bench.json(answer).at("/error/innererror/internalErrorCode").asString())
                    .isEqualTo("CannotModifyExtensionsWhenVMNotRunning");
        }
        assertThat(bench.send("GET", Bench.ACCESS, "").status()).isEqualTo(200);
        assertThat(
                        bench.get(Bench.VM + "/instanceView")
                                .at("/vmAgent/statuses/0/message")
                                .asString())
                .isEqualTo("VM status blob not found.");
    }

    @Test
    void aSecondNameForOneHandlerIsRefusedAndNothingChanges() {
        // Given
        var bench = new Bench();
        bench.run("PUT", Bench.ACCESS, Bench.WISH);
        // When
        var answer = bench.send("PUT", Bench.VM + "/extensions/other", Bench.WISH);
        // Then
        refused(answer, 400, "BadRequest", "Multiple VMExtensions per handler not supported");
        assertThat(bench.get(Bench.VM + "/extensions").path("value").size()).isEqualTo(1);
    }

    @Test
    void aWishThatCannotBeReadOrResolvedIsRefused() {
        var bench = new Bench();
        var url = Bench.ACCESS;
        refused(
                bench.send("PUT", url, wish("typeHandlerVersion", "\"9.1\"")),
                404,
                "ArtifactVersionNotFound",
                "'9.1'");
        refused(
                bench.send("PUT", url, wish("typeHandlerVersion", "\"two\"")),
                400,
                "InvalidParameter",
                "typeHandlerVersion is invalid");
        refused(
                bench.send("PUT", url, wish("type", "\"Nothing\"")),
                404,
                "ArtifactNotFound",
                "'Nothing'");
        refused(
                bench.send("PUT", url, wish("publisher", "null")),
                400,
                "InvalidParameter",
                "'publisher' is missing");
        refused(
                bench.send("PUT", url, Bench.WISH.replace("\"location\":\"East US\",", "")),
                400,
                "LocationRequired",
                "location");
        refused(
                bench.send("PUT", url, Bench.WISH.replace("\"settings\"", "\"setings\"")),
                400,
                "BadRequest",
                "Could not find member 'setings'");
        refused(
                bench.send("PUT", url, "{"),
                400,
                "InvalidRequestContent",
                "could not be deserialized");
        refused(bench.send("PUT", url, ""), 400, "InvalidRequestContent", "empty");
    }

    @Test
    void aWithdrawnVersionIsNotFound() {
        var bench = new Bench(PlatformOptions.ordinary().with("catalogue", "withdrawn"));

        refused(
                bench.send("PUT", Bench.ACCESS, wish("typeHandlerVersion", "\"2.0\"")),
                404,
                "ArtifactVersionNotFound",
                "'2.0' for VM extension with publisher 'Microsoft.Compute' and type"
                        + " 'VMAccessAgent'.");
    }

    @Test
    void whatIsAbsentIsSaidToBeSo() {
        var bench = new Bench();
        refused(bench.send("GET", Bench.ACCESS, ""), 404, "ResourceNotFound", "enablevmaccess");
        refused(
                bench.send("PUT", Bench.ACCESS.replace("vm1", "vm9"), Bench.WISH),
                404,
                "ParentResourceNotFound",
                "'vm9' not found");
        refused(
                bench.send("GET", Bench.VM.replace("rg1", "rg9"), ""),
                404,
                "ResourceGroupNotFound",
                "'rg9'");
        refused(
                bench.send("GET", Bench.VM.replace("11111111", "22222222"), ""),
                404,
                "SubscriptionNotFound",
                "22222222");
    }

    @Test
    void strictMeansAVersionAndAKnownRoute() {
        var bench = new Bench();
        refused(
                bench.plane.handle(ArmRequest.of("GET", Bench.VM, "")),
                400,
                "MissingApiVersionParameter",
                "api-version");
        refused(
                bench.plane.handle(ArmRequest.of("GET", Bench.VM + "?api-version=7", "")),
                400,
                "NoRegisteredProviderFound",
                "'7'");
        refused(
                bench.send("POST", Bench.VM + "/explode", ""),
                501,
                "NotImplemented",
                "virtualMachines/{vm}/");
    }

    @Test
    void aNewPasswordInTheModelIsNoReset() {
        var bench = new Bench();

        refused(
                bench.send(
                        "PATCH",
                        Bench.VM,
                        "{\"properties\":{\"osProfile\":{\"adminPassword\":\"Other-Horse-9\"}}}"),
                409,
                "PropertyChangeNotAllowed",
                "adminPassword");
    }

    @Test
    void aMachineWithAnAccountThatAzureKnowsIsNotMade() {
        var bench = new Bench();
        var url = Bench.VM.replace("vm1", "vm2");
        refused(
                bench.send("PUT", url, Bench.MACHINE.replace("azureuser", "admin")),
                400,
                "InvalidParameter",
                "Admin Username specified is not allowed");
        refused(
                bench.send("PUT", url, Bench.MACHINE.replace("Correct-Horse-7", "short")),
                400,
                "InvalidParameter",
                "between 8-123 characters");
        refused(
                bench.send("PUT", url, Bench.MACHINE.replace("Correct-Horse-7", "P@ssw0rd")),
                400,
                "InvalidParameter",
                "password specified is not allowed");
    }

    @Test
    void aMachineWithoutExtensionOperationsRefusesThem() {
        var bench = new Bench();
        bench.run(
                "PATCH",
                Bench.VM,
                "{\"properties\":{\"osProfile\":{\"allowExtensionOperations\":false}}}");

        refused(
                bench.send("PUT", Bench.ACCESS, Bench.WISH),
                409,
                "OperationNotAllowed",
                "extension operations are disallowed");
    }

    @Test
    void aNewerWriteTakesThePlaceOfAnOlderOne() {
        // Given
        var bench = new Bench();
        var older = bench.send("PUT", Bench.ACCESS, Bench.WISH);
        // When
        var newer = bench.send("PUT", Bench.ACCESS, Bench.WISH);
        // Then
        assertThat(bench.finish(older).at("/error/code").asString())
                .isEqualTo("OperationPreempted");
        assertThat(bench.finish(newer).path("status").asString()).isEqualTo("Succeeded");
    }

    @Test
    void concurrentWorkOnTheMachineIsAConflict() {
        // Given
        var bench = new Bench();
        bench.send("POST", Bench.VM + "/restart", "");
        // Then
        refused(bench.send("PUT", Bench.ACCESS, Bench.WISH), 409, "Conflict", "concurrent request");
        refused(
                bench.send("POST", Bench.VM + "/redeploy", ""),
                409,
                "OperationNotAllowed",
                "since another operation is in progress.");
    }

    @Test
    void anUnfinishedDeletionAllowsNothingButItself() {
        // Given
        var bench = new Bench();
        bench.run("PUT", Bench.ACCESS, Bench.WISH);
        bench.guest().agentRuns = false;
        // When
        var end = bench.run("DELETE", Bench.ACCESS, "");
        // Then
        assertThat(end.at("/error/code").asString()).isEqualTo("VMAgentStatusCommunicationError");
        refused(
                bench.send("PUT", Bench.ACCESS, Bench.WISH),
                409,
                "OperationNotAllowed",
                "since it is marked for deletion.");
        assertThat(bench.send("DELETE", Bench.ACCESS, "").status()).isEqualTo(202);
    }

    @Test
    void aRoleThatMayNotIsTold() {
        // Given
        var bench = new Bench();
        var reader = new Directory.Login("app", "s", "u", "p", "oid", Role.READER);
        bench.plane.directory().add(reader);
        var token = bench.plane.directory().token(reader, "i", "a", false);
        var put = ArmRequest.of("PUT", Bench.ACCESS + "?api-version=2024-11-01", Bench.WISH);
        // Then
        refused(
                bench.plane.handleSignedIn(put.with("Authorization", "Bearer " + token)),
                403,
                "AuthorizationFailed",
                "'app' with object id 'oid' does not have authorization to perform action"
                        + " 'Microsoft.Compute/virtualMachines/extensions/write'");
        refused(bench.plane.handleSignedIn(put), 401, "AuthenticationFailed", "missing");
        refused(
                bench.plane.handleSignedIn(put.with("Authorization", "Bearer a.b.c")),
                401,
                "InvalidAuthenticationToken",
                "invalid");
    }

    @Test
    void aRefusalIsSeenInTheActivityLog() {
        // Given
        var bench = new Bench();
        bench.send("PUT", Bench.ACCESS, wish("typeHandlerVersion", "\"9.1\""));
        // When
        var log =
                bench.get(
                        "/subscriptions/11111111-2222-4333-8444-555555555555/providers/Microsoft.Insights/eventtypes/management/values?$filter=status"
                            + " eq 'Failed'");
        // Then
        assertThat(log.at("/value/0/properties/statusMessage").asString())
                .contains("ArtifactVersionNotFound");
    }
}
