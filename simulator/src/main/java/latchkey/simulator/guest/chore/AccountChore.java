package latchkey.simulator.guest.chore;

import latchkey.simulator.guest.Account;

/** What is done to accounts and to the rules for them. */
public sealed interface AccountChore extends Chore {
    /** {@code net user NAME PASSWORD} or {@code Set-ADAccountPassword} on a controller. */
    record SetPassword(String account, String password) implements AccountChore {}

    /** {@code net user NAME PASSWORD /add}. */
    record Create(String account, String password) implements AccountChore {}

    /** {@code net user NAME /active:yes}: it also ends a lock-out. */
    record Activate(String account) implements AccountChore {}

    /** Takes back that the password has to be changed at the next sign-in. */
    record ClearMustChange(String account) implements AccountChore {}

    /** {@code net user NAME /expires:never}, {@code /times:all} or {@code /workstations:*}. */
    record Lift(String account, Account.Restriction restriction) implements AccountChore {}

    /** {@code net localgroup GROUP NAME /add}: the group by its local name or its SID. */
    record AddToGroup(String account, String group) implements AccountChore {}

    /** {@code net localgroup GROUP NAME /delete}. */
    record RemoveFromGroup(String account, String group) implements AccountChore {}

    /** {@code net accounts /minpwlen:N}. */
    record SetMinimumLength(int characters) implements AccountChore {}

    /** {@code net accounts}: looks only. */
    record ShowRules() implements AccountChore {}

    /** {@code Get-LocalUser}: looks only. */
    record ShowAccounts() implements AccountChore {}

    /** {@code Reset-LapsPassword}: LAPS sets a new one at once. */
    record RotateLaps() implements AccountChore {}

    /** A start-up script on the disk makes an administrator at the next start. */
    record CreateAtNextStart(String account, String password) implements AccountChore {
        @Override
        public boolean worksOffline() {
            return true;
        }
    }
}
