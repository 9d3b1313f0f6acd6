package id.karier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What production needs, each lack alone; the profiles that may do without. */
class StartupChecksTest {
    private static final Map<String, String> COMPLETE = Map.of(
            "quarkus.datasource.jdbc.url", "jdbc:mysql://db/karier",
            "karier.demo.load", "false",
            "karier.proxies", "10.0.0.0/8",
            "karier.token.signing-key", "/run/secrets/signing-key.pem",
            "karier.secrets.master", "bWFzdGVy",
            "karier.secrets.active-field-key", "k1",
            "karier.secrets.field-keys.k1", "a2V5");

    @Test
    void what_is_complete_starts() {
        assertThatCode(() -> check("prod", COMPLETE)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.datasource.jdbc.url, quarkus.datasource.jdbc.url",
        "karier.proxies, karier.proxies",
        "karier.token.signing-key, karier.token.signing-key",
        "karier.secrets.master, karier.secrets.master",
        "karier.secrets.active-field-key, karier.secrets.active-field-key"
    })
    void each_lack_alone_is_refused_and_named(String left, String named) {
        var config = new HashMap<>(COMPLETE);
        config.remove(left);
        assertThat(refusal("prod", config)).contains(named).containsOnlyOnce("\n  - ");
    }

    @Test
    void demo_accounts_are_refused() {
        assertThat(refusal("prod", with("karier.demo.load", "true")))
                .contains("demo accounts", "karier.demo.load")
                .containsOnlyOnce("\n  - ");
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.datasource.jdbc.url, '', embedded-database",
        "karier.demo.load, true, demo-accounts",
        "karier.proxies, '', no-proxy",
        "karier.token.signing-key, '', development-keys"
    })
    void each_switch_allows_its_own_lack_and_no_other(String property, String value, String allowed) {
        var config = with(property, value);
        assertThat(refusal("prod", config)).contains("karier.allow." + allowed + "=true");
        for (var other : new String[] {"embedded-database", "demo-accounts", "development-keys"}) {
            var switched = new HashMap<>(config);
            switched.put("karier.allow." + other, "true");
            if (other.equals(allowed)) {
                assertThatCode(() -> check("prod", switched)).doesNotThrowAnyException();
            } else {
                assertThat(refusal("prod", switched)).contains(property);
            }
        }
    }

    @Test
    void everything_that_lacks_is_told_at_once() {
        assertThat(refusal("prod", Map.of("karier.demo.load", "true")).split("\n  - "))
                .hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "dev", "test"})
    void a_profile_for_trying_out_starts_with_nothing(String profile) {
        assertThatCode(() -> check(profile, Map.of("karier.demo.load", "true"))).doesNotThrowAnyException();
    }

    @Test
    void a_profile_of_another_name_is_production() {
        assertThat(refusal("staging", Map.of("karier.demo.load", "true"))).contains("demo accounts");
    }

    private static Map<String, String> with(String property, String value) {
        var config = new HashMap<>(COMPLETE);
        if (value.isEmpty()) {
            config.remove(property);
        } else {
            config.put(property, value);
        }
        return config;
    }

    private static String refusal(String profile, Map<String, String> properties) {
        var message = new StringBuilder();
        assertThatThrownBy(() -> check(profile, properties))
                .isInstanceOf(StartRefusedException.class)
                .satisfies(refused -> message.append(refused.getMessage()));
        return message.toString();
    }

    private static void check(String profile, Map<String, String> properties) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withProfile(profile)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build();
        StartupChecks.refuseUnsafe(config);
    }
}
