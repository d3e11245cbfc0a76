package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/**
 * Who changes something, as the Security log names its subject.
 *
 * @param sid security identifier
 * @param name account name
 * @param domain domain or computer name
 * @param logonId logon session, such as 0x3e7
 */
public record Actor(String sid, String name, String domain, String logonId) {
    /** The system account: whatever the agent and its handlers do. */
    @Known(
            how = How.RECORDED,
            source = "events 4720, 4724, 4738 of a stand-alone machine (python-evtx sample)")
    public static Actor system(Guest guest) {
        String domain = guest.spec().domain();
        return new Actor(
                "S-1-5-18",
                guest.computer().toUpperCase(java.util.Locale.ROOT) + "$",
                domain.isEmpty() ? "WORKGROUP" : guest.domain().shortName(),
                "0x3e7");
    }

    /** Somebody who is signed in with a local account. */
    public static Actor person(Guest guest, Account account) {
        return new Actor(
                guest.accounts().sidOf(account), account.name(), guest.computer(), "0x4a1c3");
    }
}
