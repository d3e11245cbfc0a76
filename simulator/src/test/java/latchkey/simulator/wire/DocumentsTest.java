package latchkey.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import latchkey.simulator.world.Dice;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

final class DocumentsTest {
    private static final Instant NOW = Instant.parse("2026-10-06T07:00:00Z");

    @Test
    void aGoalStateSurvivesTheWire() throws UnreadableDocument {
        var sent = new GoalState(7, "c6d5526c-5ac2-4200-b6e2-56f2b70c5ab2", "_vm1", "a.xml");

        assertThat(GoalState.parse(sent.toXml())).isEqualTo(sent);
    }

    @Test
    void anExtensionsDocumentSurvivesTheWireWithMarkupInItsSettings() throws UnreadableDocument {
        var plugin =
                new PluginGoal(
                        "Microsoft.Compute.VMAccessAgent",
                        "2.4.11",
                        "https://store/manifest.xml?a=1&b=2",
                        PluginGoal.State.ENABLED,
                        true,
                        new PluginGoal.Settings(
                                3, "{\"publicSettings\":{\"UserName\":\"a<b>&\"}}"));
        var sent = new ExtensionsConfig(7, "https://x/y?sig=1&sp=w", List.of(plugin), 9, "id");

        assertThat(ExtensionsConfig.parse(sent.toXml())).isEqualTo(sent);
    }

    @Test
    void aStatusBlobSurvivesTheWire() throws UnreadableDocument {
        var extension = new ExtensionStatus(3, NOW, "Enable", "error", 0, "no \"way\"");
        var sent =
                new StatusBlob(
                        NOW,
                        new StatusBlob.Agent("2.7.41491.1183", "Ready", "fine"),
                        List.of(
                                new HandlerStatus("A.B", "1.2", "Ready", 0, "on", extension),
                                new HandlerStatus("A.C", "1.2", "NotReady", 1007, "off", null)),
                        new StatusBlob.Os("vm1", "Windows", "10.0.20348"),
                        4);

        assertThat(StatusBlob.parse(sent.toJson())).isEqualTo(sent);
    }

    @Test
    void whatIsNoDocumentIsSaidToBeNone() {
        assertThatThrownBy(() -> GoalState.parse("<html/>")).isInstanceOf(UnreadableDocument.class);
        assertThatThrownBy(() -> StatusBlob.parse("{\"aggregateStatus\":{}}"))
                .isInstanceOf(UnreadableDocument.class);
    }

    @Test
    void sealedSettingsOpenWithTheirOwnKeysOnlyAndRepeatByTheByte() {
        // Given
        var mine =
                Keys.make(
                        "CN=settings",
                        "CN=Windows Azure CRP Certificate Generator",
                        NOW,
                        Dice.fixed("a"));
        var other =
                Keys.make(
                        "CN=settings",
                        "CN=Windows Azure CRP Certificate Generator",
                        NOW,
                        Dice.fixed("b"));
        var secret = "{\"Password\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        // When
        var sealed = Envelope.seal(secret, mine.certificate(), Dice.fixed("s").forLibraries());
        // Then
        assertThat(Envelope.open(sealed, mine)).hasValue(secret);
        assertThat(Envelope.open(sealed, other)).isEmpty();
        assertThat(Envelope.seal(secret, mine.certificate(), Dice.fixed("s").forLibraries()))
                .isEqualTo(sealed);
    }

    @Test
    void certificatesAreHandedOutForTheTransportCertificateAlone() throws UnreadableDocument {
        // Given
        var settings = Keys.make("CN=settings", "CN=issuer", NOW, Dice.fixed("a"));
        var transport = Keys.make("CN=transport", "CN=transport", NOW, Dice.fixed("t"));
        // When
        var file =
                CertificateFile.of(
                        2, settings, transport.certificate(), Dice.fixed("c").forLibraries());
        // Then
        var received = CertificateFile.parse(file.toXml());
        assertThat(received.open(transport).map(Keys::thumbprint)).hasValue(settings.thumbprint());
        assertThat(received.open(settings)).isEmpty();
    }
}
