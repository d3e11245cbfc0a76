package latchkey.simulator.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** From PUT to goal state to status to operation to GET. */
final class ExtensionOperationTest {
    @Test
    void aResetTravelsFromRequestToGuestAndBack() {
        // Given
        var bench = new Bench();
        // When
        var first = bench.send("PUT", Bench.ACCESS, Bench.WISH);
        var end = bench.finish(first);
        // Then
        assertThat(first.status()).isEqualTo(201);
        assertThat(Bench.json(first).at("/properties/provisioningState").asString())
                .isEqualTo("Creating");
        assertThat(Bench.json(first).path("location").asString()).isEqualTo("eastus");
        assertThat(first.body()).doesNotContain("rotectedSettings", "Correct-Horse-8");
        assertThat(end.path("status").asString()).isEqualTo("Succeeded");
        assertThat(bench.guest().lastSecret).isEqualTo("{\"Password\":\"Correct-Horse-8\"}");
        var shown = bench.get(Bench.ACCESS + "?$expand=instanceView");
        assertThat(shown.at("/properties/provisioningState").asString()).isEqualTo("Succeeded");
        assertThat(shown.at("/properties/typeHandlerVersion").asString()).isEqualTo("2.4");
        assertThat(shown.at("/properties/instanceView/typeHandlerVersion").asString())
                .isEqualTo("2.4.9.1");
        assertThat(shown.at("/properties/instanceView/statuses/0/message").asString())
                .isEqualTo("Done.");
    }

    @Test
    void theGuestsWordsAreWrappedAndNotMadeUp() {
        // Given
        var bench = new Bench();
        bench.guest().handler = (goal, settings) -> bench.guest().status(goal, "error", "No way.");
        // When
        var end = bench.run("PUT", Bench.ACCESS, Bench.WISH);
        // Then
        assertThat(end.at("/error/code").asString()).isEqualTo("VMExtensionProvisioningError");
        assertThat(end.at("/error/message").asString())
                .isEqualTo(
                        "VM has reported a failure when processing extension 'enablevmaccess'"
                                + " (publisher 'Microsoft.Compute' and type 'VMAccessAgent'). Error"
                                + " message: 'No way.'. More information on troubleshooting is"
                                + " available at https://aka.ms/vmextensionwindowstroubleshoot.");
        assertThat(bench.get(Bench.ACCESS).at("/properties/provisioningState").asString())
                .isEqualTo("Failed");
    }

    @Test
    void aSilentAgentFailsTheOperationAfterItsLimit() {
        // Given
        var bench = new Bench();
        bench.guest().agentRuns = false;
        // When
        var begun = bench.send("PUT", Bench.ACCESS, Bench.WISH);
        var took = bench.tookIn(() -> bench.finish(begun));
        // Then
        assertThat(took).isEqualTo(Duration.ofMinutes(25));
        assertThat(bench.finish(begun).at("/error/code").asString())
                .isEqualTo("VMAgentStatusCommunicationError");
        assertThat(
                        bench.get(Bench.VM + "/instanceView")
                                .at("/vmAgent/statuses/0/message")
                                .asString())
                .isEqualTo("VM Agent is unresponsive.");
    }

    @Test
    void aHangingHandlerTimesOutAlsoAfterNinetyMinutes() {
        // Given
        var bench = new Bench(PlatformOptions.ordinary().with("extTimeout", "PT90M"));
        bench.guest().handler =
                (goal, settings) -> bench.guest().status(goal, "transitioning", "Still busy.");
        // When
        var begun = bench.send("PUT", Bench.ACCESS, Bench.WISH);
        var took = bench.tookIn(() -> bench.finish(begun));
        // Then
        assertThat(took).isEqualTo(Duration.ofMinutes(90));
        assertThat(bench.finish(begun).at("/error/code").asString())
                .isEqualTo("VMExtensionProvisioningTimeout");
        assertThat(bench.finish(begun).at("/error/message").asString())
                .contains("The extension last reported \"Still busy.\".");
    }

    @Test
    void aDeletedExtensionIsGoneWhenItsHandlerIs() {
        // Given
        var bench = new Bench();
        bench.run("PUT", Bench.ACCESS, Bench.WISH);
        // When
        var begun = bench.send("DELETE", Bench.ACCESS, "");
        var end = bench.finish(begun);
        // Then
        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.header("Location")).hasValueSatisfying(a -> a.endsWith("&monitor=true"));
        assertThat(end.path("status").asString()).isEqualTo("Succeeded");
        assertThat(bench.send("GET", Bench.ACCESS, "").status()).isEqualTo(404);
        assertThat(bench.send("DELETE", Bench.ACCESS, "").status()).isEqualTo(204);
    }
}
