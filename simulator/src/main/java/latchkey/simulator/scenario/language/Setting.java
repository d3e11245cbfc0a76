package latchkey.simulator.scenario.language;

import java.util.List;

/**
 * The world before anything goes wrong.
 *
 * @param place cloud, region, start, knobs
 * @param machines the VMs, the one the story is about first
 */
public record Setting(Phrase place, List<MachineSetting> machines) {
    /** Copies the list. */
    public Setting {
        machines = List.copyOf(machines);
    }

    /**
     * One VM.
     *
     * @param traits name, Windows, role, language, agent and so on
     * @param accounts local accounts beside the first administrator
     * @param policy its password rules; empty for those of a fresh installation
     */
    public record MachineSetting(Phrase traits, List<Phrase> accounts, Phrase policy) {
        /** Copies the list. */
        public MachineSetting {
            accounts = List.copyOf(accounts);
        }

        /** Its name. */
        public String name() {
            return traits.text("name", "vm1");
        }
    }
}
