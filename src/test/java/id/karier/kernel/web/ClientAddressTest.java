package id.karier.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
    @Test
    void a_customer_is_an_address_of_ipv4_and_half_an_address_of_ipv6() {
        assertThat(Network.of("203.0.113.7")).isNotEqualTo(Network.of("203.0.113.8"));
        assertThat(Network.of("2001:db8:1:2::1")).isEqualTo(Network.of("2001:db8:1:2:ffff::9"));
        assertThat(Network.of("2001:db8:1:2::1")).isNotEqualTo(Network.of("2001:db8:1:3::1"));
        assertThat(Network.of("::ffff:203.0.113.7")).isEqualTo(Network.of("203.0.113.7"));
    }

    @Test
    void a_network_holds_what_begins_like_it() {
        assertThat(Network.parse("10.0.0.0/8").holds("10.200.3.4")).isTrue();
        assertThat(Network.parse("10.0.0.0/8").holds("11.0.0.1")).isFalse();
        assertThat(Network.parse("2001:db8::/32").holds("2001:db8:ffff::1")).isTrue();
        assertThat(Network.parse("10.0.0.0/8").holds("2001:db8::1")).isFalse();
        assertThatThrownBy(() -> Network.parse("proxy.example.id")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Network.parse("10.0.0.0/33")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // nothing was forwarded
                "'' | 10.0.0.1",
                // what the client wrote itself stands first
                "1.2.3.4, 203.0.113.7 | 203.0.113.7",
                "203.0.113.7 | 203.0.113.7",
                "203.0.113.7, 10.0.0.2 | 203.0.113.7",
                "[2001:db8::7]:443 | 2001:db8::7",
                "2001:db8::7 | 2001:db8::7",
                "203.0.113.7:4711 | 203.0.113.7",
                "'203.0.113.7, rubbish' | 10.0.0.1"
            })
    void the_client_is_the_last_hop_that_is_no_proxy_of_ours(String forwarded, String client) {
        assertThat(ClientAddress.behind(java.util.List.of(Network.parse("10.0.0.0/8")), "10.0.0.1", forwarded))
                .isEqualTo(client);
    }
}
