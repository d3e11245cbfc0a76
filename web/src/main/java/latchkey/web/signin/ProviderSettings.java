package latchkey.web.signin;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * The identity provider of an organisation, and what it is asked.
 *
 * @param secret of this client; null for a public client, which has its proof of possession alone
 * @param publicUrl where people reach this server, without a path
 * @param letIn mail addresses, or {@code @domain}; empty lets in whom the provider signs in
 * @param admins mail addresses or subjects
 */
public record ProviderSettings(
        URI issuer, Client client, URI publicUrl, List<String> letIn, List<String> admins) {
    public ProviderSettings {
        letIn = lower(letIn);
        admins = List.copyOf(admins);
    }

    /** How the provider knows this server. */
    public record Client(String id, @Nullable String secret) {
        /** Never the secret. */
        @Override
        public String toString() {
            return id;
        }
    }

    URI callback() {
        return publicUrl.resolve("/sign-in/callback");
    }

    private static List<String> lower(List<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    /** Only an address that the provider vouches for can open a door. */
    boolean letsIn(String mail) {
        String lower = mail.toLowerCase(Locale.ROOT);
        return letIn.isEmpty()
                || letIn.stream()
                        .anyMatch(
                                one ->
                                        one.startsWith("@")
                                                ? lower.endsWith(one)
                                                : lower.equals(one));
    }

    boolean isAdmin(String subject, String mail) {
        return admins.stream()
                .anyMatch(
                        one ->
                                one.equals(subject)
                                        || !mail.isEmpty() && one.equalsIgnoreCase(mail));
    }
}
