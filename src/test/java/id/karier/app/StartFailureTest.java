package id.karier.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.identity.TokenConfig;
import io.quarkus.runtime.QuarkusBindException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A start that fails says why on the console, and ends with exit code 2, whatever it was. */
class StartFailureTest {
    @TempDir
    static Path data;

    private record Ended(int code, String said) {}

    /** The program itself, as far as it comes without a packaged application. */
    private static Ended start(String... properties) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        List.of(properties).forEach(property -> command.add("-D" + property));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Karier.class.getName()));
        var child = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var output = child.getInputStream()) {
            var said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Ended(child.exitValue(), said);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demo | karier.proxies=10.0.0.0/99 | karier.proxies",
                "demo | karier.proxies=proxy.example.net | karier.proxies",
                "demo | quarkus.management.port=8080 | quarkus.management.port",
                "prod | karier.password.min-length=six | karier.password.min-length",
                "prod | karier.sign-in.free-failures=many | karier.sign-in.free-failures"
            })
    void a_value_that_cannot_be_is_a_sentence_and_exit_code_2(String profile, String property, String named)
            throws IOException, InterruptedException {
        var ended = start("quarkus.profile=" + profile, "karier.data=" + data, property);
        assertThat(ended.said())
                .contains("karier: Refusing to start")
                .contains("\n  - ")
                .contains(named);
        assertThat(ended.said()).doesNotContain("\tat ");
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void a_failure_below_the_checks_is_a_sentence_too() throws IOException, InterruptedException {
        var ended = start("quarkus.profile=dev", "quarkus.datasource.jdbc.url=nonsense");
        assertThat(ended.said()).contains("karier: ");
        assertThat(ended.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "karier.token.access-life, tomorrow",
        "karier.token.refresh-life, 6 weeks",
        "karier.token.session-life, lama"
    })
    void what_a_mapping_cannot_read_is_named(String property, String value) {
        var problem = catching(() -> new SmallRyeConfigBuilder()
                .withMapping(TokenConfig.class)
                .withSources(new PropertiesConfigSource(Map.of(property, value), "test", 100))
                .build());
        assertThat(StartFailure.sentences(new IllegalStateException("start", problem)))
                .startsWith("Refusing to start:\n  - ")
                .contains(property)
                .contains(value);
    }

    @Test
    void a_port_in_use_is_named() {
        var taken = new QuarkusBindException("0.0.0.0", 8080, new BindException("Address already in use"));
        assertThat(StartFailure.sentences(new RuntimeException(taken)))
                .contains("port 8080")
                .contains("quarkus.http.port");
    }

    @Test
    void a_bean_that_refuses_its_settings_is_named() {
        var refused = new IllegalStateException("karier.second-factor.exempt-agencies is for the demo and tests only");
        assertThat(StartFailure.sentences(new ExceptionInInitializerError(new RuntimeException(refused))))
                .contains("karier.second-factor.exempt-agencies is for the demo");
        assertThat(StartFailure.sentences(new NullPointerException())).contains("NullPointerException");
    }

    @Test
    void a_secret_that_cannot_be_read_is_not_shown() {
        var failed =
                new IllegalArgumentException("SRCFG00039: The config property karier.secrets.master with the config"
                        + " value \"rahasia\" threw an Exception whilst being converted rahasia");
        assertThat(StartFailure.sentences(failed))
                .contains("karier.secrets.master")
                .doesNotContain("rahasia");
    }

    private static Throwable catching(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            return failed;
        }
        throw new AssertionError("nothing was refused");
    }
}
