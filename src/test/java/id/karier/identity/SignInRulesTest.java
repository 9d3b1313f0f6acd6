package id.karier.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInRulesTest {
    @ParameterizedTest
    @CsvSource({"1,0", "4,0", "5,30", "6,60", "7,120", "8,240", "9,480", "10,900", "11,900", "32767,900"})
    void a_lock_doubles_with_each_failure_up_to_the_longest(int failures, long seconds) {
        assertThat(SignInRules.lockAfter(failures, 4, Duration.ofSeconds(30), Duration.ofMinutes(15)))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sdm.lampung", "nasional", "a-b_c.9", "197001011990031001"})
    void these_can_be_names(String name) {
        assertThat(SignInRules.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ab", ".lampung", "Sdm.Lampung", "sdm lampung", "sdm@lampung", "sdm.lampüng", "a\u0000bc"})
    void these_can_not(String name) {
        assertThat(SignInRules.isName(name)).isFalse();
    }

    @Test
    void a_name_is_normalised_without_the_machines_language() {
        assertThat(SignInRules.normalised("  SDM.LAMPUNGI ")).isEqualTo("sdm.lampungi");
    }

    @Test
    void scopes_are_resource_and_action_and_nothing_of_a_persons_own() {
        assertThat(SignInRules.knownScopes())
                .contains("employees:read", "employees:write", "personal-data:read", "calculations")
                .noneMatch(scope -> scope.startsWith("me"))
                .noneMatch(scope -> scope.endsWith(":decide"))
                .doesNotContain("accounts:write", "clients:write")
                .as("what nobody does opens nothing")
                .doesNotContain("audit:write", "reference:write", "jobs:write", "changes:write")
                .doesNotContain("employees");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.7,10.0.0.7",
        "2001:db8:0:1:aaaa:bbbb:cccc:dddd,2001:db8:0:1",
        "2001:db8:0:1:1:2:3:4%eth0,2001:db8:0:1",
        "::1,::1"
    })
    void a_customer_is_an_address_or_half_of_a_long_one(String address, String network) {
        assertThat(SignInGuard.network(address)).isEqualTo(network);
    }
}
