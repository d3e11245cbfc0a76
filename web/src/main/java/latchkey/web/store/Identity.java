package latchkey.web.store;

/**
 * Who somebody is to whoever signs people in.
 *
 * @param issuer with the subject the one thing that never changes about a person
 * @param mail empty when the issuer does not vouch for it
 */
public record Identity(String issuer, String subject, String name, String mail) {}
