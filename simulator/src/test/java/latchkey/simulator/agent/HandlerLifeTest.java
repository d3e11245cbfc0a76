package latchkey.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.simulator.agent.handler.VmAccessHandler;
import latchkey.simulator.guest.FileTree;
import latchkey.simulator.guest.Programs;
import latchkey.simulator.wire.HandlerStatus;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Handlers from their arrival to their end, as the agent leads them. */
final class HandlerLifeTest {
    private static final String SCRIPT = "Microsoft.Compute.CustomScriptExtension";
    private static final String BGINFO = "Microsoft.Compute.BGInfo";
    private static final String PASSWORD = "{\"Password\":\"Fresh-Secret-2026\"}";
    private static final String HELPER = "{\"UserName\":\"helper\"}";

    private static String code(Stage stage, String handler) {
        HandlerStatus status = stage.cloud().handler(handler).orElseThrow();
        return status.status() + " " + status.code();
    }

    @Test
    void handlersRunStrictlyOneAfterAnother() {
        // Given
        var stage = new Stage().ready();
        // When
        stage.cloud().put(BGINFO, "2.1", "{}", "");
        stage.cloud().put(SCRIPT, "1.10.15", "{}", "");
        stage.cloud().put(VmAccessHandler.NAME, Stage.VERSION, HELPER, PASSWORD);
        stage.world().advance(Duration.ofMinutes(4));
        // Then
        assertThat(code(stage, BGINFO)).isEqualTo("Ready 0");
        assertThat(code(stage, VmAccessHandler.NAME)).isEqualTo("Ready 0");
        String log = stage.log();
        assertThat(log.indexOf("Processing plugin " + SCRIPT))
                .isGreaterThan(log.indexOf("Successfully enabled plugin " + BGINFO));
    }

    @Test
    void aHangingNeighbourHoldsTheNextOneUpUntilItsLimit() {
        // Given
        var stage = new Stage().ready();
        stage.guest()
                .programs()
                .setConduct("C:\\Packages\\Plugins\\" + SCRIPT, new Programs.Conduct.Hangs(false));
        // When
        stage.cloud().put(SCRIPT, "1.10.15", "{}", "");
        stage.cloud().put(VmAccessHandler.NAME, Stage.VERSION, HELPER, PASSWORD);
        stage.world().advance(Duration.ofMinutes(10));
        // Then
        assertThat(stage.guest().accounts().find("helper")).isEmpty();
        stage.world().advance(Duration.ofMinutes(10));
        assertThat(code(stage, SCRIPT)).isEqualTo("NotReady 1007");
        assertThat(stage.guest().accounts().find("helper")).isPresent();
    }

    @Test
    void anotherVersionReplacesTheFirst() {
        // Given
        var stage = new Stage().ready();
        stage.reset("2.4.2", HELPER, PASSWORD);
        // When
        var status = stage.reset("2.4.11", HELPER, PASSWORD);
        // Then
        assertThat(status.status()).isEqualTo("success");
        assertThat(stage.vmAccess().version()).isEqualTo("2.4.11");
        assertThat(stage.guest().files().below("C:\\Packages\\Plugins\\" + VmAccessHandler.NAME))
                .extracting(FileTree.Entry::path)
                .noneMatch(path -> path.contains("2.4.2\\"));
    }

    @Test
    void aRemovedHandlerIsNoLongerReportedAndItsAccountStays() {
        // Given
        var stage = new Stage().ready();
        stage.reset(HELPER, PASSWORD);
        // When
        stage.cloud().remove(VmAccessHandler.NAME);
        stage.world().advance(Duration.ofMinutes(2));
        // Then
        assertThat(stage.cloud().handler(VmAccessHandler.NAME)).isEmpty();
        assertThat(stage.guest().accounts().find("helper")).isPresent();
        assertThat(stage.guest().files().below("C:\\Packages\\Plugins")).isEmpty();
    }

    @Test
    void aHandlerForLinuxIsNoApplicationForThisPlatform() {
        // Given
        var stage = new Stage().ready();
        // When
        stage.cloud().put("Microsoft.OSTCExtensions.VMAccessForLinux", "1.5.11", "{}", "");
        stage.world().advance(Duration.ofMinutes(2));
        // Then
        var status =
                stage.cloud().handler("Microsoft.OSTCExtensions.VMAccessForLinux").orElseThrow();
        assertThat(status.code()).isEqualTo(1007);
        assertThat(status.message())
                .contains(
                        "The specified executable is not a valid application for this OS"
                                + " platform.");
    }

    @Test
    void aFailedHandlerIsTriedAgainWithTheNextGoalState() {
        // Given
        var stage = new Stage().ready();
        String folder = "C:\\Packages\\Plugins\\" + SCRIPT;
        stage.guest().programs().setConduct(folder, new Programs.Conduct.Exits(53, "no"));
        stage.cloud().put(SCRIPT, "1.10.15", "{}", "");
        stage.world().advance(Duration.ofMinutes(2));
        assertThat(code(stage, SCRIPT)).isEqualTo("NotReady 1007");
        // When
        stage.guest().programs().clearConduct(folder);
        stage.cloud().reapply();
        stage.world().advance(Duration.ofMinutes(2));
        // Then
        assertThat(code(stage, SCRIPT)).isEqualTo("Ready 0");
    }

    @Test
    void aTornStatusFileIsAHandlerThatIsNotReady() {
        // Given
        var stage = new Stage().ready();
        stage.guest().files().tear("\\" + VmAccessHandler.NAME + "\\", ".status");
        // When
        stage.cloud().put(VmAccessHandler.NAME, Stage.VERSION, HELPER, PASSWORD);
        stage.world().advance(Duration.ofMinutes(3));
        // Then
        assertThat(code(stage, VmAccessHandler.NAME)).isEqualTo("NotReady 1012");
    }

    @Test
    void aKilledAgentComesBackAndFinishesWhatItBegan() {
        // Given
        var stage = new Stage().ready();
        stage.guest()
                .programs()
                .ambush("VMAccessAgent", "WindowsAzureGuestAgent.exe", Duration.ofMillis(700));
        stage.cloud().put(VmAccessHandler.NAME, Stage.VERSION, HELPER, PASSWORD);
        stage.world().advanceUntil(() -> !stage.machine().agent().isAlive(), Duration.ofMinutes(2));
        // When
        stage.guest().programs().liftAmbushes();
        stage.world().advance(Duration.ofMinutes(4));
        // Then
        assertThat(code(stage, VmAccessHandler.NAME)).isEqualTo("Ready 0");
        assertThat(stage.guest().events().of("System")).anyMatch(event -> event.id() == 7031);
    }
}
