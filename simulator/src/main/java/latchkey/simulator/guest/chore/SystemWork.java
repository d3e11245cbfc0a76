package latchkey.simulator.guest.chore;

import latchkey.simulator.guest.BootTrouble;
import latchkey.simulator.guest.DomainLink;
import latchkey.simulator.guest.FileTree;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.Locale;
import java.util.Optional;

/** Chores with the rest of the system. */
@Known(how = How.SPECIFIED, source = "repairs in the troubleshooting pages of Azure VMs")
final class SystemWork {
    private static final String SETUP =
            "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Setup\\State";

    private final Guest guest;
    private final Outside outside;

    SystemWork(Guest guest, Outside outside) {
        this.guest = guest;
        this.outside = outside;
    }

    Outcome perform(SystemChore chore) {
        return switch (chore) {
            case SystemChore.Restart restart -> done(() -> guest.requestRestart("somebody"));
            case SystemChore.FreeSpace free -> done(() -> free(free.bytes()));
            case SystemChore.Delete delete -> done(() -> guest.files().remove(delete.path()));
            case SystemChore.Rename rename -> done(() -> rename(rename.path(), rename.name()));
            case SystemChore.Copy copy -> copy(copy.from(), copy.to());
            case SystemChore.GrantSystem grant -> done(() -> grant(grant.folder()));
            case SystemChore.AllowToRun allow -> done(() -> allow(allow.folder()));
            case SystemChore.ImportRoot root -> done(() -> guest.roots().add(root.name()));
            case SystemChore.RenewListenerCertificate renew ->
                    done(() -> guest.remoteDesktop().certificate().remove());
            case SystemChore.RemoveCertificate remove ->
                    done(() -> guest.certificates().remove(remove.thumbprint()));
            case SystemChore.ReplaceMachineConfig replace ->
                    done(() -> guest.dotNet().replaceConfig());
            case SystemChore.RepairWmi repair ->
                    done(() -> guest.wmi().setRegistryProviderWorks(true));
            case SystemChore.RestorePath restore -> done(() -> guest.path().restore());
            case SystemChore.CorrectClock correct -> done(guest::correctClock);
            case SystemChore.InstallUpdates install -> installUpdates();
            case SystemChore.MendLicensing mend ->
                    done(() -> guest.remoteDesktop().setSessionHost(!mend.removeRole(), true));
            case SystemChore.SetNetworkLevelAuthentication set ->
                    done(() -> guest.remoteDesktop().setNetworkLevelAuthentication(set.on()));
            case SystemChore.RepairSecureChannel repair -> repairSecureChannel();
            case SystemChore.InstallAgent install -> installAgent(install.older());
            case SystemChore.RepairBoot repair ->
                    done(() -> guest.setBootTrouble(BootTrouble.NONE));
            case SystemChore.Generalize generalize -> done(this::generalize);
            case SystemChore.StartInRestoreMode start ->
                    done(() -> guest.restoreMode().askFor(start.on()));
        };
    }

    private static Outcome done(Runnable work) {
        work.run();
        return new Outcome.Done("");
    }

    private void rename(String path, String name) {
        guest.files().move(path, path.substring(0, path.lastIndexOf('\\') + 1) + name);
    }

    @Known(how = How.SPECIFIED, source = "sysprep /generalize: ImageState in the registry")
    private void generalize() {
        guest.registry().set(SETUP, "ImageState", "IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE");
        guest.stop();
    }

    private Outcome copy(String from, String to) {
        Optional<FileTree.Entry> source = guest.files().read(from);
        source.ifPresent(entry -> guest.files().write(to, entry.text()));
        return source.isPresent()
                ? new Outcome.Done("        1 file(s) copied.")
                : new Outcome.Refused("no-such-file", "The system cannot find the file specified.");
    }

    private void free(long bytes) {
        guest.setFreeBytes(Math.max(guest.freeBytes(), bytes));
    }

    /** A grant with /t reaches folders below it, not those above. */
    private void grant(String folder) {
        String root = folder.toLowerCase(Locale.ROOT);
        for (String denied : guest.files().denied()) {
            String folded = denied.toLowerCase(Locale.ROOT);
            if (folded.equals(root) || folded.startsWith(root + "\\")) {
                guest.files().allow(denied);
            }
        }
    }

    private void allow(String folder) {
        String root = folder.toLowerCase(Locale.ROOT);
        for (String blocked : guest.applicationControl().blocked().toArray(String[]::new)) {
            String folded = blocked.toLowerCase(Locale.ROOT);
            boolean related = folded.startsWith(root) || root.startsWith(folded);
            if (related) {
                guest.applicationControl().allow(blocked);
            }
        }
    }

    private Outcome installUpdates() {
        if (!guest.network().isUsable()) {
            return new Outcome.Refused("no-network", "0x8024402C");
        }
        guest.remoteDesktop().setCredSspPatched(true);
        return new Outcome.Done("");
    }

    private Outcome repairSecureChannel() {
        DomainLink domain = guest.domain();
        if (!domain.isMember()) {
            return new Outcome.Refused("not-a-member", "This computer is not in a domain.");
        }
        if (!domain.controllerAnswers()) {
            return new Outcome.Refused(
                    "controller-out-of-reach",
                    "The secure channel could not be repaired: the domain could not be contacted.");
        }
        domain.setTrusted(true);
        return new Outcome.Done("True");
    }

    private Outcome installAgent(boolean older) {
        return outside.installAgent(older)
                ? new Outcome.Done("")
                : new Outcome.Refused("installer-failed", "Error 1722.");
    }
}
