package latchkey.web.store;

/**
 * A database on a server that a team runs.
 *
 * @param url {@code jdbc:postgresql:…}, without a password in it
 */
public record PostgresAccount(String url, String user, String password) {
    /** Never the password. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
