package latchkey.simulator.guest.chore;

/**
 * A local name and password that the person at the console has.
 *
 * @param account local account name
 * @param password what the person believes to be its password
 */
public record Credentials(String account, String password) {
    @Override
    public String toString() {
        return "Credentials[" + account + "]";
    }
}
