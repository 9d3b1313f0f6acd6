package id.karier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What production needs, each lack alone; the profiles that may do without. */
class StartupChecksTest {
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String REFUSED = "\n  - ";

    @TempDir
    static Path keys;

    private static Map<String, String> complete;

    @BeforeAll
    static void make() throws GeneralSecurityException, IOException {
        complete = Map.of(
                URL,
                "jdbc:mysql://db.example.net:3306/karier?sslMode=VERIFY_IDENTITY",
                "quarkus.datasource.password",
                "a password of the database",
                "karier.demo.load",
                "false",
                "karier.proxies",
                "10.0.0.0/8",
                "karier.token.issuer",
                "https://karier.prov.example.net",
                "karier.token.signing-key",
                pem("good.pem", 2048).toString(),
                "karier.secrets.master",
                random(),
                "karier.secrets.active-field-key",
                "k1",
                "karier.secrets.field-keys.k1",
                random(),
                "karier.cors.origins",
                "https://portal.prov.example.net");
        pem("short.pem", 1024);
        Files.writeString(
                keys.resolve("nonsense.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    }

    @Test
    void what_is_complete_starts() {
        assertThatCode(() -> check("prod", complete)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quarkus.datasource.jdbc.url",
                "quarkus.datasource.password",
                "karier.token.signing-key",
                "karier.token.issuer",
                "karier.proxies",
                "karier.secrets.master",
                "karier.secrets.active-field-key",
                "karier.secrets.field-keys.k1"
            })
    void each_lack_alone_is_refused_and_named(String left) {
        var config = new HashMap<>(complete);
        config.remove(left);
        assertThat(refusal("prod", config)).contains(left).containsOnlyOnce(REFUSED);
    }

    @Test
    void a_browser_front_end_is_not_needed() {
        assertThatCode(() -> check("prod", with("karier.cors.origins", ""))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "karier.secrets.master | a2FyaWVyLWRlbW8tbWFzdGVyLXNlY3JldC0wMDAwMDE= | key of the demo",
                "karier.secrets.master | a2FyaWVyLWRlbW8tZmllbGQtZW5jcnlwdGlvbi1rMDE= | key of the demo",
                "karier.secrets.field-keys.k1 | a2FyaWVyLWRlbW8tZmllbGQtZW5jcnlwdGlvbi1rMDE= | key of the demo",
                "karier.secrets.field-keys.k0 | a2FyaWVyLWRlbW8tZmllbGQtZW5jcnlwdGlvbi1rMDE= | key of the demo",
                "karier.secrets.master | YQ== | 1 bytes",
                "karier.secrets.field-keys.k1 | MTIzNDU2Nzg5MDEyMzQ1Ng== | 16 bytes",
                "karier.secrets.master | not base64! | base64",
                "karier.secrets.master | AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= | random",
                "karier.secrets.active-field-key | k2 | karier.secrets.field-keys.k2",
                "karier.token.signing-key | /nowhere/key.pem | cannot be read",
                "karier.token.signing-key | KEYS/short.pem | 1024 bits",
                "karier.token.signing-key | KEYS/nonsense.pem | no RSA key",
                "karier.token.issuer | https://karier.example.id | issuer",
                "karier.cors.origins | * | *",
                "karier.cors.origins | https://portal.prov.example.net,http://localhost:5173 | localhost",
                "karier.cors.origins | http://127.0.0.1:3000 | 127.0.0.1",
                "karier.cors.origins | http://[::1]:3000 | ::1",
                "karier.cors.origins | https://*.example.net | *",
                "karier.cors.origins | /https://.*/ | .*",
                "karier.cors.origins | null | null",
                "quarkus.http.cors.origins | * | quarkus.http.cors.origins",
                "karier.password.min-length | 11 | karier.password.min-length",
                "karier.sign-in.free-failures | 1000000 | karier.sign-in.free-failures",
                "karier.management.on-main-port | true | karier.allow.public-management",
                "quarkus.datasource.jdbc.url | jdbc:mysql://db/karier | sslMode",
                "quarkus.datasource.jdbc.url | jdbc:mysql://db/karier?sslMode=PREFERRED | sslMode",
                "quarkus.datasource.jdbc.url | jdbc:mysql://db/karier?sslMode=REQUIRED | sslMode",
                "quarkus.datasource.jdbc.url | jdbc:mysql://db/karier?sslMode=VERIFY_CA&sslMode=DISABLED | sslMode",
                "quarkus.datasource.jdbc.url | jdbc:mysql://db/karier?SSLMODE=DISABLED&sslMode=VERIFY_CA | sslMode",
                "quarkus.datasource.jdbc.url | jdbc:mysql://127.0.0.1:3306,db:3306/karier | sslMode",
                "quarkus.datasource.jdbc.url | jdbc:mysql://address=(host=db)(port=3306)/karier | sslMode",
                "quarkus.datasource.jdbc.additional-jdbc-properties.sslMode | DISABLED | sslMode"
            })
    void a_value_that_is_unsafe_is_refused_in_one_sentence(String property, String value, String named) {
        var config = with(property, value.replace("KEYS", keys.toString()));
        assertThat(refusal("prod", config)).contains(named).containsOnlyOnce(REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://db/karier?sslMode=VERIFY_CA",
                "jdbc:mysql://127.0.0.1:3306/karier",
                "jdbc:mysql://localhost/karier?sslMode=DISABLED",
                "jdbc:mysql://[::1]:3306/karier",
                "jdbc:mysql://127.0.0.1:3306,127.0.0.1:3307,localhost:3308/karier?sslMode=DISABLED",
                "jdbc:mysql://address=(host=127.0.0.1)(port=3306)/karier"
            })
    void a_database_on_a_verified_line_or_on_this_machine_is_fine(String url) {
        assertThatCode(() -> check("prod", with(URL, url))).doesNotThrowAnyException();
    }

    @Test
    void demo_accounts_are_refused() {
        assertThat(refusal("prod", with("karier.demo.load", "true")))
                .contains("demo accounts", "karier.demo.load")
                .containsOnlyOnce(REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        "karier.demo.load, true, demo-accounts",
        "karier.proxies, '', no-proxy",
        "karier.token.signing-key, '', development-keys",
        "karier.management.on-main-port, true, public-management",
        "quarkus.datasource.jdbc.url, jdbc:mysql://db/karier, plain-database"
    })
    void each_switch_allows_its_own_lack_and_no_other(String property, String value, String allowed) {
        var config = with(property, value);
        assertThat(refusal("prod", config)).contains("karier.allow." + allowed + "=true");
        for (var other :
                new String[] {"demo-accounts", "development-keys", "public-management", "plain-database", "no-proxy"}) {
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
    void the_embedded_database_needs_its_switch_and_a_user_who_is_not_root() {
        var config = with(URL, "");
        assertThat(refusal("prod", config)).contains("karier.allow.embedded-database=true");
        config.put("karier.allow.embedded-database", "true");
        var user = System.getProperty("user.name");
        try {
            System.setProperty("user.name", "root");
            assertThat(refusal("prod", config)).contains("root").containsOnlyOnce(REFUSED);
            System.setProperty("user.name", "karier");
            assertThatCode(() -> check("prod", config)).doesNotThrowAnyException();
        } finally {
            System.setProperty("user.name", user);
        }
    }

    @Test
    void everything_that_lacks_is_told_at_once() {
        assertThat(refusal("prod", Map.of("karier.demo.load", "true")).split(REFUSED))
                .hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "dev", "test"})
    void a_profile_for_trying_out_starts_with_nothing(String profile) {
        assertThatCode(() -> check(profile, Map.of("karier.demo.load", "true"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod,demo", "demo,prod", "demo,test", "staging, dev"})
    void a_profile_for_trying_out_stands_alone(String profiles) {
        assertThat(refusal(profiles, complete)).contains("mixed").containsOnlyOnce(REFUSED);
    }

    @Test
    void a_profile_of_another_name_is_production() {
        assertThat(refusal("staging", Map.of("karier.demo.load", "true"))).contains("demo accounts");
    }

    private static Map<String, String> with(String property, String value) {
        var config = new HashMap<>(complete);
        if (value.isEmpty()) {
            config.remove(property);
        } else {
            config.put(property, value);
        }
        return config;
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Path pem(String name, int bits) throws GeneralSecurityException, IOException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        var encoded = generator.generateKeyPair().getPrivate().getEncoded();
        return Files.writeString(
                keys.resolve(name),
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(encoded)
                        + "\n-----END PRIVATE KEY-----\n");
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
