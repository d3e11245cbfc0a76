package latchkey.simulator.guest;

import latchkey.simulator.world.Dice;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.World;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Windows LAPS: it sets the password of the accounts it manages, and keeps it in a directory. */
@Known(how = How.SPECIFIED, source = "Windows LAPS event log; protection against tampering")
public final class Laps {
    private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 20;
    private static final String CHANNEL = "Microsoft-Windows-LAPS/Operational";
    private static final String PROVIDER = "Microsoft-Windows-LAPS";

    private final World world;
    private final Guest guest;
    private final Map<Integer, String> kept = new TreeMap<>();
    private boolean guardsPasswords = true;

    Laps(World world, Guest guest) {
        this.world = world;
        this.guest = guest;
    }

    /** Takes an account under management: its password is set at once and kept. */
    public void manage(Account account) {
        account.setManagedByLaps(true);
        rotate(account);
    }

    /** Lets an account go; its password stays. */
    public void release(Account account) {
        account.setManagedByLaps(false);
        kept.remove(account.rid());
    }

    /**
     * Whether foreign changes are refused. Older builds let them through, and overwrite them at the
     * next turn of their policy.
     */
    public void setGuardsPasswords(boolean on) {
        guardsPasswords = on;
    }

    /** Whether a foreign change of that password is refused; if so it is logged as 10031. */
    boolean blocks(Account account) {
        if (!account.isManagedByLaps()) {
            return false;
        }
        if (guardsPasswords) {
            write(
                    10031,
                    "Warning",
                    "LAPS blocked an external request that tried to modify the password of the"
                            + " current managed account.",
                    account);
        } else {
            world.after(Duration.ofHours(1), "LAPS policy turn", () -> rotateIfManaged(account));
        }
        return guardsPasswords;
    }

    private void rotateIfManaged(Account account) {
        if (account.isManagedByLaps() && guest.isUp()) {
            rotate(account);
        }
    }

    /** Sets a new password, keeps it in the directory and logs 10018 and 10020. */
    public void rotate(Account account) {
        Dice dice = world.dice("laps/" + guest.computer());
        StringBuilder password = new StringBuilder("aA2-");
        while (password.length() < LENGTH) {
            password.append(SIGNS.charAt(dice.below(SIGNS.length())));
        }
        account.setPassword(password.toString(), guest.clock());
        account.setMustChangePassword(false);
        kept.put(account.rid(), password.toString());
        write(
                10018,
                "Information",
                "LAPS successfully updated Active Directory with the new password.",
                account);
        write(
                10020,
                "Information",
                "LAPS successfully updated the local admin account with the new password.",
                account);
        world.tell("laps/" + guest.computer(), "laps-set-password", "account", account.name());
    }

    /** The password as somebody with the right reads it from the directory. */
    public Optional<String> read(Account account) {
        return Optional.ofNullable(kept.get(account.rid()));
    }

    private void write(int id, String level, String sentence, Account account) {
        guest.events()
                .write(
                        new EventLogs.Source(CHANNEL, PROVIDER, id, level),
                        sentence
                                + "\r\n\r\nAccount name: "
                                + account.name()
                                + "\r\nAccount RID: 0x"
                                + Integer.toHexString(account.rid()),
                        "AccountName",
                        account.name(),
                        "AccountRid",
                        "0x" + Integer.toHexString(account.rid()));
    }
}
