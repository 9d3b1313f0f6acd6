package id.karier.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mistake in the issuers of the configuration alone, and that it is told in one sentence. */
class IssuerChecksTest {
    private static final String SSO = "karier.token.issuers.sso-lampung.";
    private static final Map<String, String> GOOD = Map.of(
            "karier.token.issuer",
            "https://karier.example.id",
            SSO + "issuer",
            "https://sso.example/realms/asn",
            SSO + "jwks-url",
            "https://sso.example/realms/asn/protocol/openid-connect/certs",
            SSO + "audience",
            "karier-api",
            SSO + "agency",
            "lampung");

    @Test
    void what_is_right_has_no_fault() {
        assertThat(faults(GOOD, Map.of())).isEmpty();
        assertThat(faults(Map.of(), Map.of())).isEmpty();
        assertThat(faults(with(SSO + "jwks-url", "http://127.0.0.1:8180/certs"), Map.of()))
                .isEmpty();
        assertThat(faults(with(SSO + "longest-life", "PT8H"), Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"issuer", "jwks-url", "audience", "agency"})
    void a_key_that_is_missing_is_named(String key) {
        assertThat(faults(with(SSO + key, null), Map.of()))
                .singleElement()
                .asString()
                .contains(SSO + key, "missing");
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, https://sso.example/realms/asn/, slash",
        "issuer, https://karier.example.id, our own",
        "jwks-url, http://sso.example/certs, https:",
        "jwks-url, sso.example/certs, no address",
        "jwks-url, 'https://sso example/certs', no address",
        "jwks-url, ftp://sso.example/certs, https:",
        "agency, *, agency-claim",
        "agency-claim, instansi, every agency",
        "audience, 'karier ', blank",
        "longest-life, PT25H, 24H",
        "longest-life, PT0S, 24H",
        "longest-life, soon, duration",
        "jwks-uri, https://sso.example/certs, did you mean jwks-url",
        "usernameClaim, name, no such key",
        "agency.code, lampung, no such key"
    })
    void a_mistake_is_one_sentence(String key, String value, String told) {
        assertThat(faults(with(SSO + key, value), Map.of()))
                .singleElement()
                .asString()
                .contains(SSO, told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSO", "sso_lampung", "\"sso.lampung\""})
    void a_name_that_nobody_could_link_to_is_told(String name) {
        assertThat(faults(with("karier.token.issuers." + name + ".issuer", "https://a.example"), Map.of()))
                .singleElement()
                .asString()
                .contains("small letters");
    }

    @Test
    void an_issuer_under_two_names_is_told() {
        var twice = new HashMap<>(GOOD);
        GOOD.forEach((key, value) -> twice.put(key.replace("sso-lampung", "lain"), value));
        assertThat(faults(twice, Map.of())).singleElement().asString().contains("lain.issuer", "sso-lampung.issuer");
    }

    @Test
    void a_name_of_one_word_can_be_said_in_variables() {
        var variables = Map.of(
                "KARIER_TOKEN_ISSUERS_LAMPUNG_ISSUER", "https://sso.example/realms/asn",
                "KARIER_TOKEN_ISSUERS_LAMPUNG_JWKS_URL", "https://sso.example/certs",
                "KARIER_TOKEN_ISSUERS_LAMPUNG_AUDIENCE", "karier-api",
                "KARIER_TOKEN_ISSUERS_LAMPUNG_AGENCY", "lampung",
                "KARIER_TOKEN_ISSUERS_LAMPUNG_USERNAME_CLAIM", "nip");
        assertThat(faults(Map.of(), variables)).isEmpty();
        var without = new HashMap<>(variables);
        without.remove("KARIER_TOKEN_ISSUERS_LAMPUNG_JWKS_URL");
        assertThat(faults(Map.of(), without)).singleElement().asString().contains("lampung.jwks-url", "missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"KARIER_TOKEN_ISSUERS_SSO_LAMPUNG_ISSUER", "KARIER_TOKEN_ISSUERS__SSO_LAMPUNG__ISSUER"})
    void a_variable_whose_name_has_a_dash_is_told(String variable) {
        assertThat(faults(Map.of(), Map.of(variable, "https://sso.example")))
                .singleElement()
                .asString()
                .contains(
                        variable, "KARIER_TOKEN_ISSUERS_SSOLAMPUNG_ISSUER", "karier.token.issuers.sso-lampung.issuer");
    }

    @Test
    void a_variable_may_replace_what_a_file_says_under_a_name_with_a_dash() {
        assertThat(faults(GOOD, Map.of("KARIER_TOKEN_ISSUERS_SSO_LAMPUNG_AUDIENCE", "karier")))
                .isEmpty();
    }

    @Test
    void a_variable_that_ends_with_no_key_is_told() {
        assertThat(faults(GOOD, Map.of("KARIER_TOKEN_ISSUERS_LAMPUNG_JWKS", "https://sso.example")))
                .singleElement()
                .asString()
                .contains("KARIER_TOKEN_ISSUERS_LAMPUNG_JWKS", "JWKS_URL");
    }

    @Test
    void an_agency_that_nobody_knows_is_told_once_there_are_agencies() {
        var served = Map.of("sso", "lampun", "nasional", "*", "lain", "bandung");
        assertThat(IssuerChecks.unknownAgencies(served, List.of())).isEmpty();
        assertThat(IssuerChecks.unknownAgencies(served, List.of("lampung", "bandung")))
                .containsExactly("karier.token.issuers.sso.agency: there is no agency lampun, did you mean lampung?");
    }

    private static Map<String, String> with(String key, String value) {
        var config = new HashMap<>(GOOD);
        if (value == null) {
            config.remove(key);
        } else {
            config.put(key, value);
        }
        return config;
    }

    private static List<String> faults(Map<String, String> properties, Map<String, String> variables) {
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "file", 100), new EnvConfigSource(variables, 300))
                .build();
        return IssuerChecks.faults(config, variables);
    }
}
