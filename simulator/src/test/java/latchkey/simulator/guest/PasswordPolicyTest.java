package latchkey.simulator.guest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

final class PasswordPolicyTest {
    private static final Instant NOW = Instant.parse("2026-10-06T07:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "userPassword, TOO_FEW_CATEGORIES",
        "Abcdef1!, ",
        "abcdef1!, ",
        "ABCDEF1é, ",
        "short1!A, ",
        "xxOPERATORxx1!, HOLDS_ACCOUNT_NAME",
        "my-Cruz-2026, HOLDS_FULL_NAME",
        "my-de-la-2026X, ",
    })
    void complexityFollowsTheFilterRules(String candidate, PasswordPolicy.Breach expected) {
        var account = new Account(1000, "operator", "old", NOW);
        account.setFullName("Ana de la Cruz");

        assertThat(PasswordPolicy.WORKGROUP.breachOfSet(account, candidate).orElse(null))
                .isEqualTo(expected);
    }

    @Test
    void aNameOfTwoLettersMayBeInThePassword() {
        var account = new Account(1000, "ab", "old", NOW);

        assertThat(PasswordPolicy.WORKGROUP.breachOfSet(account, "xxABxx1!")).isEmpty();
    }

    @Test
    void anAdministratorsSetIgnoresHistoryUnlessToldOtherwise() {
        var policy = new PasswordPolicy(0, true, 3, 1, 0);
        var account = new Account(1000, "operator", "Former-1!", NOW);
        account.setPassword("Present-2!", NOW);

        assertThat(policy.breachOfSet(account, "Former-1!")).isEmpty();
        assertThat(policy.breachWithHistory(account, "Former-1!"))
                .hasValue(PasswordPolicy.Breach.IN_HISTORY);
    }
}
