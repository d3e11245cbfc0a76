package latchkey.web.store;

/**
 * Somebody who works with cases.
 *
 * @param mail empty when nobody vouches for it
 * @param isAdmin sees and may do everything
 */
public record Person(String id, String name, String mail, boolean isAdmin) {
    /** Whoever started a server that knows no other people: everything is theirs. */
    public static final Person LOCAL = new Person("local", "you", "", true);

    /** As others know this person; nobody can write an address behind a name but the issuer. */
    public String label() {
        String plain = name.replace('(', '[').replace(')', ']');
        return mail.isEmpty() ? plain : plain + " (" + mail + ")";
    }

    public Person asAdmin(boolean admin) {
        return new Person(id, name, mail, admin);
    }
}
