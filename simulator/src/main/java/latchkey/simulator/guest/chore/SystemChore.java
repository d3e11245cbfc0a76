package latchkey.simulator.guest.chore;

/** What is done to the rest of the system. */
public sealed interface SystemChore extends Chore {
    /** {@code shutdown /r}; the console's own restart needs no password. */
    record Restart() implements SystemChore {
        @Override
        public boolean worksWithoutPassword() {
            return true;
        }
    }

    /** Deletes what is not needed until that much is free again, in bytes. */
    record FreeSpace(long bytes) implements SystemChore {
        @Override
        public boolean worksOffline() {
            return true;
        }
    }

    /** Deletes a file, or a folder with everything below it. */
    record Delete(String path) implements SystemChore {
        @Override
        public boolean worksOffline() {
            return true;
        }
    }

    /** {@code ren}: the file gets another name in its folder. */
    record Rename(String path, String name) implements SystemChore {
        @Override
        public boolean worksOffline() {
            return true;
        }
    }

    /** {@code copy}: a file is put beside, or over, another one. */
    record Copy(String from, String to) implements SystemChore {
        @Override
        public boolean worksOffline() {
            return true;
        }
    }

    /** {@code icacls FOLDER /grant SYSTEM:(OI)(CI)F /t}. */
    record GrantSystem(String folder) implements SystemChore {
        @Override
        public boolean worksOffline() {
            return true;
        }
    }

    /** Allows a folder in AppLocker. */
    record AllowToRun(String folder) implements SystemChore {}

    /** {@code certutil -addstore Root}: an authority by its name. */
    record ImportRoot(String name) implements SystemChore {}

    /** {@code ResetRDPCert}: the listener's certificate goes, and the service makes a new one. */
    record RenewListenerCertificate() implements SystemChore {}

    /** Removes a certificate with that thumbprint from the machine's store. */
    record RemoveCertificate(String thumbprint) implements SystemChore {}

    /** Copies a good machine.config over the damaged one. */
    record ReplaceMachineConfig() implements SystemChore {
        @Override
        public boolean worksOffline() {
            return true;
        }
    }

    /** {@code winmgmt /salvagerepository} or {@code /resetrepository}. */
    record RepairWmi() implements SystemChore {}

    /** Puts the standard folders first in the search path and clears AutoRun. */
    record RestorePath() implements SystemChore {
        @Override
        public boolean worksOffline() {
            return true;
        }
    }

    /** Sets the clock right. */
    record CorrectClock() implements SystemChore {}

    /** Installs current Windows updates. */
    record InstallUpdates() implements SystemChore {}

    /** Removes the session host role, or gives it licences; both end in ordinary sessions. */
    record MendLicensing(boolean removeRole) implements SystemChore {}

    /** Switches network level authentication on or off. */
    record SetNetworkLevelAuthentication(boolean on) implements SystemChore {
        @Override
        public boolean worksOffline() {
            return true;
        }
    }

    /** {@code Test-ComputerSecureChannel -Repair} with a domain administrator's credentials. */
    record RepairSecureChannel() implements SystemChore {}

    /** Installs the agent from its package; an older one where the current one does not run. */
    record InstallAgent(boolean older) implements SystemChore {
        @Override
        public boolean worksOffline() {
            return true;
        }
    }

    /** Repairs boot files or removes a pending update. */
    record RepairBoot() implements SystemChore {
        @Override
        public boolean worksOffline() {
            return true;
        }
    }

    /** {@code sysprep /generalize /oobe /shutdown}: the disk is an image from now on. */
    record Generalize() implements SystemChore {}

    /** {@code bcdedit /set safeboot dsrepair}, or takes it back; it counts from the next start. */
    record StartInRestoreMode(boolean on) implements SystemChore {}
}
