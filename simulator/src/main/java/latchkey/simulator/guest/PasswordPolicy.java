package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rules a new password is held against.
 *
 * @param minimumLength in UTF-16 characters; 0 to 128
 * @param complexity whether the rules of the password filter hold
 * @param history how many former passwords are remembered
 * @param minimumAgeDays how old a password must be before it may be changed
 * @param lockoutThreshold wrong attempts until an account locks; 0 never
 */
@Known(
        how = How.SPECIFIED,
        source = "MS-SAMR 3.1.1.7; Strong Password Enforcement and Passfilt.dll")
public record PasswordPolicy(
        int minimumLength,
        boolean complexity,
        int history,
        int minimumAgeDays,
        int lockoutThreshold) {
    private static final int LONGEST = 256;
    private static final int SHORTEST_NAME = 3;
    private static final int CATEGORIES = 3;
    private static final String SIGNS = "~!@#$%^&*_-+=`|\\(){}[]:;\"'<>,.?/";

    /** Defaults of a server in a workgroup. */
    @Known(
            how = How.ASSUMED,
            source = "general knowledge of secpol defaults; Azure images use lock-out 10")
    public static final PasswordPolicy WORKGROUP = new PasswordPolicy(0, true, 0, 0, 10);

    /** Defaults of a domain. */
    @Known(how = How.ASSUMED, source = "general knowledge of the default domain policy")
    public static final PasswordPolicy DOMAIN = new PasswordPolicy(7, true, 24, 1, 0);

    /** Why a password is refused. */
    public enum Breach {
        TOO_SHORT,
        TOO_LONG,
        HOLDS_ACCOUNT_NAME,
        HOLDS_FULL_NAME,
        TOO_FEW_CATEGORIES,
        IN_HISTORY,
        TOO_YOUNG
    }

    /** The first rule that an administrative set breaks: length and complexity. */
    public Optional<Breach> breachOfSet(Account account, String candidate) {
        if (candidate.length() < minimumLength) {
            return Optional.of(Breach.TOO_SHORT);
        }
        if (candidate.length() > LONGEST) {
            return Optional.of(Breach.TOO_LONG);
        }
        return complexity ? breachOfComplexity(account, candidate) : Optional.empty();
    }

    /** The first rule that a set breaks where history holds for sets as well. */
    public Optional<Breach> breachWithHistory(Account account, String candidate) {
        Optional<Breach> breach = breachOfSet(account, candidate);
        if (breach.isEmpty() && history > 0 && account.usedRecently(candidate, history)) {
            return Optional.of(Breach.IN_HISTORY);
        }
        return breach;
    }

    private static Optional<Breach> breachOfComplexity(Account account, String candidate) {
        String folded = candidate.toLowerCase(Locale.ROOT);
        String name = account.name().toLowerCase(Locale.ROOT);
        if (name.length() >= SHORTEST_NAME && folded.contains(name)) {
            return Optional.of(Breach.HOLDS_ACCOUNT_NAME);
        }
        for (String token : tokens(account.fullName())) {
            if (token.length() >= SHORTEST_NAME && folded.contains(token)) {
                return Optional.of(Breach.HOLDS_FULL_NAME);
            }
        }
        return categories(candidate) < CATEGORIES
                ? Optional.of(Breach.TOO_FEW_CATEGORIES)
                : Optional.empty();
    }

    private static List<String> tokens(String fullName) {
        List<String> tokens = new ArrayList<>();
        StringBuilder token = new StringBuilder();
        for (char sign : (fullName.toLowerCase(Locale.ROOT) + " ").toCharArray()) {
            if (",.-_ #\t".indexOf(sign) < 0) {
                token.append(sign);
            } else {
                tokens.add(token.toString());
                token.setLength(0);
            }
        }
        return tokens;
    }

    /** Of upper case, lower case, digits, signs and other letters, how many occur. */
    static int categories(String candidate) {
        boolean[] seen = new boolean[5];
        candidate
                .codePoints()
                .forEach(
                        sign -> {
                            if (Character.isUpperCase(sign)) {
                                seen[0] = true;
                            } else if (Character.isLowerCase(sign)) {
                                seen[1] = true;
                            } else if (sign >= '0' && sign <= '9') {
                                seen[2] = true;
                            } else if (SIGNS.indexOf(sign) >= 0) {
                                seen[3] = true;
                            } else if (Character.isAlphabetic(sign)) {
                                seen[4] = true;
                            }
                        });
        int count = 0;
        for (boolean one : seen) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
