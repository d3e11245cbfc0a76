package latchkey.simulator.guest;

import latchkey.simulator.world.Dice;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.World;

import java.time.Duration;
import java.util.List;

/**
 * Strangers who guess passwords over Remote Desktop from many addresses, as long as the port is
 * open to all. Their attempts fill the Security log and take the session slots.
 */
public final class Attack {
    @Known(how = How.ASSUMED, source = "names in public reports of Remote Desktop brute force")
    private static final List<String> NAMES =
            List.of(
                    "ADMINISTRATOR",
                    "ADMIN",
                    "USER",
                    "TEST",
                    "SCANNER",
                    "BACKUP",
                    "GUEST",
                    "SQL",
                    "SUPPORT",
                    "OFFICE");

    private static final Duration TURN = Duration.ofMinutes(5);
    private static final int OVERWHELMING = 20;

    private final World world;
    private final Guest guest;
    private int perMinute;
    private boolean turning;

    Attack(World world, Guest guest) {
        this.world = world;
        this.guest = guest;
    }

    /** They begin, or go on at another pace; nought ends it. */
    public void setPace(int attemptsPerMinute) {
        perMinute = attemptsPerMinute;
        world.tell(
                "rdp/" + guest.computer(),
                "attack-pace",
                "per-minute",
                Integer.toString(attemptsPerMinute));
        if (!turning && perMinute > 0) {
            turning = true;
            world.after(TURN, "attack", this::turn);
        }
    }

    /** Whether they get through to the listener and take so much of it that others are refused. */
    public boolean isOverwhelming() {
        return perMinute >= OVERWHELMING && getsThrough();
    }

    private boolean getsThrough() {
        RemoteClient stranger =
                new RemoteClient("185.0.0.1", "", "", Tongue.ENGLISH, 3389, true, false, false);
        return guest.remoteDesktop().isReachable(stranger);
    }

    private void turn() {
        if (perMinute == 0) {
            turning = false;
            return;
        }
        if (getsThrough()) {
            int attempts = perMinute * (int) TURN.toMinutes();
            Dice dice = world.dice("attack/" + guest.computer());
            guest.events()
                    .write(
                            new SecurityFlood(
                                    guest.clock().minus(TURN), TURN, attempts, dice.next(), NAMES));
            if (isOverwhelming()) {
                tellIncomplete();
            }
            guess(attempts);
        }
        world.after(TURN, "attack", this::turn);
    }

    @Known(how = How.SPECIFIED, source = "event 1006 of the connection manager's Admin channel")
    private void tellIncomplete() {
        String manager = "Microsoft-Windows-TerminalServices-RemoteConnectionManager";
        guest.events()
                .write(
                        new EventLogs.Source(manager + "/Admin", manager, 1006, "Warning"),
                        "The RD Session Host server received large number of incomplete"
                                + " connections. The system may be under attack.");
    }

    /** Accounts that bear a name the strangers try get their share of wrong attempts. */
    private void guess(int attempts) {
        int share = attempts / NAMES.size();
        for (Account account : guest.accounts().all()) {
            boolean tried = NAMES.stream().anyMatch(account::isNamed);
            for (int i = 0; tried && i < share && !account.isLocked(); i++) {
                guest.accounts().countBadAttempt(account, "WIN-7K2L0QSTRNG");
            }
        }
    }
}
