package id.karier.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.kernel.FieldError;
import id.karier.kernel.Role;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountRulesTest {
    @Test
    void an_administrator_gives_every_role_of_an_agency() {
        var given = EnumSet.complementOf(EnumSet.of(Role.ATASAN, Role.NASIONAL));
        assertThat(AccountRules.roleFaults(Set.of(), given)).isEmpty();
    }

    @Test
    void leading_a_unit_is_derived() {
        assertThat(AccountRules.roleFaults(Set.of(), Set.of(Role.ATASAN)))
                .extracting(FieldError::code)
                .containsExactly("ROLE_DERIVED");
    }

    @Test
    void oversight_of_the_nation_is_kept_but_not_given() {
        assertThat(AccountRules.roleFaults(Set.of(), Set.of(Role.NASIONAL)))
                .extracting(FieldError::code)
                .containsExactly("ROLE_NOT_YOURS_TO_GIVE");
        assertThat(AccountRules.roleFaults(Set.of(Role.NASIONAL), Set.of(Role.NASIONAL)))
                .isEmpty();
    }

    @Test
    void every_unknown_scope_is_named() {
        assertThat(AccountRules.scopeFaults(Set.of("employees:read", "me:read", "employee:read")))
                .extracting(f -> f.figures().get(0))
                .containsExactly("employee:read", "me:read");
    }

    @Test
    void an_identity_outside_is_both_words_or_none() {
        assertThat(AccountRules.externalFaults(null, null)).isEmpty();
        assertThat(AccountRules.externalFaults("sso", "123")).isEmpty();
        assertThat(AccountRules.externalFaults("sso", null)).hasSize(1);
        assertThat(AccountRules.externalFaults(null, "123")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "gajah terbang,,",
        "elevenchars,PASSWORD_TOO_SHORT,",
        "x-SDM.Lampung-x,PASSWORD_HAS_USERNAME,",
        "abababababab,PASSWORD_MONOTONOUS,",
        "sandi yang lama,PASSWORD_UNCHANGED,",
        "aaa,PASSWORD_TOO_SHORT,PASSWORD_MONOTONOUS"
    })
    void a_password_is_long_and_new(String password, String first, String second) {
        assertThat(AccountRules.passwordFaults(password, "sandi yang lama", "sdm.lampung", 12))
                .extracting(FieldError::code)
                .containsExactly(java.util.stream.Stream.of(first, second)
                        .filter(java.util.Objects::nonNull)
                        .toArray(String[]::new));
    }
}
