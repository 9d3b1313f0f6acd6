package id.karier.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake in {@code karier.bootstrap.*} alone is one sentence that names its key. */
class BootstrapChecksTest {
    private static final Map<String, String> RIGHT = Map.of(
            "karier.bootstrap.agency", "waykanan",
            "karier.bootstrap.name", "Pemerintah Kabupaten Way Kanan",
            "karier.bootstrap.zone", "Asia/Jakarta",
            "karier.bootstrap.admin", "admin.waykanan");

    private static List<String> faults(Map<String, String> properties, Map<String, String> environment) {
        var config = new SmallRyeConfigBuilder()
                .withProfile("prod")
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build();
        return BootstrapChecks.faults(config, environment);
    }

    private static List<String> faultsWith(String key, String value) {
        var properties = new HashMap<>(RIGHT);
        properties.put(key, value);
        return faults(properties, Map.of());
    }

    @Test
    void what_is_right_and_what_is_not_there_has_no_fault() {
        assertThat(faults(RIGHT, Map.of())).isEmpty();
        assertThat(faults(Map.of(), Map.of("KARIER_BOOTSTRAP_ADMIN_SUBJECT", "x")))
                .isEmpty();
        assertThat(faultsWith("karier.bootstrap.kind", "CITY")).isEmpty();
        assertThat(faultsWith("karier.bootstrap.second", "budi.waykanan")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agency | Way Kanan | karier.bootstrap.agency is no code",
                "agency | w | karier.bootstrap.agency is no code",
                "agency | 1waykanan | karier.bootstrap.agency is no code",
                "agency | waykanan-dan-sekitarnya | karier.bootstrap.agency is no code",
                "zone | WIB | karier.bootstrap.zone is one of Asia/Jakarta",
                "zone | Europe/Amsterdam | karier.bootstrap.zone is one of Asia/Jakarta",
                "kind | KABUPATEN | karier.bootstrap.kind is one of PROVINCE, REGENCY",
                "admin | Siti Rahmawati | karier.bootstrap.admin is no user name",
                "admin | ab | karier.bootstrap.admin is no user name",
                "second | ADMIN.waykanan | karier.bootstrap.second is no user name",
                "second | admin.waykanan | different people",
                "replacement | admin.waykanan | different people",
                "issuer | sso-lampung | karier.bootstrap.issuer names no issuer",
                "admin-subject | f3c1d2a4 | karier.bootstrap.admin-subject needs karier.bootstrap.issuer",
                "admn | siti | karier.bootstrap.admn is no key"
            })
    void each_mistake_is_one_sentence(String key, String value, String said) {
        assertThat(faultsWith("karier.bootstrap." + key, value))
                .hasSize(1)
                .first()
                .asString()
                .contains(said);
    }

    @Test
    void a_name_is_one_line_that_the_register_can_hold() {
        assertThat(faultsWith("karier.bootstrap.name", "x".repeat(151))).hasSize(1);
        assertThat(faultsWith("karier.bootstrap.name", "Way\nKanan")).hasSize(1);
    }

    @Test
    void a_misspelt_variable_is_named() {
        assertThat(faults(RIGHT, Map.of("KARIER_BOOTSTRAP_ADMINS", "x")))
                .hasSize(1)
                .first()
                .asString()
                .contains("KARIER_BOOTSTRAP_ADMINS", "password-file");
    }

    @Test
    void the_demo_and_the_first_day_do_not_share_a_database() {
        assertThat(faultsWith("karier.demo.load", "true"))
                .hasSize(1)
                .first()
                .asString()
                .contains("karier.demo.load");
    }

    @Test
    void an_issuer_signs_in_its_own_agency_and_needs_the_subjects() {
        var config = new HashMap<>(RIGHT);
        config.put("karier.token.issuers.sso.agency", "waykanan");
        config.put("karier.bootstrap.issuer", "sso");
        assertThat(faults(config, Map.of()))
                .hasSize(2)
                .anyMatch(fault -> fault.contains("karier.bootstrap.admin-subject is missing"))
                .anyMatch(fault -> fault.contains("karier.bootstrap.second-subject is missing"));
        config.put("karier.bootstrap.admin-subject", "f3c1");
        config.put("karier.bootstrap.second-subject", "a0b2");
        assertThat(faults(config, Map.of())).isEmpty();
        config.put("karier.bootstrap.national", "pengawas");
        config.put("karier.bootstrap.national-subject", "c4d5");
        assertThat(faults(config, Map.of())).hasSize(1).first().asString().contains("every agency");
        config.put("karier.token.issuers.sso.agency", "*");
        assertThat(faults(config, Map.of())).isEmpty();
        config.put("karier.token.issuers.sso.agency", "bandung");
        assertThat(faults(config, Map.of())).anyMatch(fault -> fault.contains("serves bandung"));
        config.put("karier.token.issuers.sso.agency", "waykanan");
        config.put("karier.token.issuers.sso.username-claim", "nama_akun");
        config.remove("karier.bootstrap.national");
        config.remove("karier.bootstrap.national-subject");
        config.remove("karier.bootstrap.admin-subject");
        config.remove("karier.bootstrap.second-subject");
        assertThat(faults(config, Map.of())).isEmpty();
    }
}
