package id.karier.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private final RateLimiter rates = new RateLimiter(Optional.of(4L), 3, 2);

    @Test
    void an_account_is_refused_after_its_last_request_and_told_until_when() {
        var account = UUID.randomUUID();
        for (int left = 2; left >= 0; left--) {
            var allowance = rates.ofAccount(account);
            assertThat(allowance.granted()).isTrue();
            assertThat(allowance.limit()).isEqualTo(3);
            assertThat(allowance.remaining()).isEqualTo(left);
        }
        var refused = rates.ofAccount(account);
        assertThat(refused.granted()).isFalse();
        assertThat(refused.remaining()).isZero();
        assertThat(refused.resetSeconds()).isBetween(1, 20);
    }

    @Test
    void accounts_and_addresses_have_allowances_of_their_own() {
        var account = UUID.randomUUID();
        for (int i = 0; i < 4; i++) {
            rates.ofAccount(account);
        }
        assertThat(rates.ofAccount(UUID.randomUUID()).granted()).isTrue();
        assertThat(rates.ofAddress("10.0.0.1").limit()).isEqualTo(2);
        assertThat(rates.ofAddress("10.0.0.1").granted()).isTrue();
        assertThat(rates.ofAddress("10.0.0.1").granted()).isFalse();
        assertThat(rates.ofAddress("10.0.0.2").granted()).isTrue();
    }
}
