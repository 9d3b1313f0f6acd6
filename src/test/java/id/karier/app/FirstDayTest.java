package id.karier.app;

import static id.karier.testing.TestAgency.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import id.karier.identity.IssuerChecks;
import id.karier.testing.EmptyDatabase;
import id.karier.testing.OneTimeCodes;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Follows {@code src/docs/first-day.md} to the letter: its commands are read out of the page and run by a shell, in their
 * order, against the product in its production profile on an empty database. In the place of something of the page stand
 * the database, the start of the program, and its address; what a person types is typed by the test.
 */
@QuarkusTest
@TestProfile(FirstDayTest.Production.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the page is for a machine with bash")
class FirstDayTest {
    private static final Pattern SHOWN =
            Pattern.compile("one-time password of (\\S+): ([a-z2-9]{4}(?:-[a-z2-9]{4}){3})");
    private static final Pattern SECRET = Pattern.compile("Type this into your app: ([A-Z2-7]+)");
    private static final Pattern SIGN_IN = Pattern.compile("(?m)^first_sign_in (\\S+)$");
    private static final String ADDRESS = "KARIER=http://127.0.0.1:8080\n";
    private static final String DONE = "@@done ";
    private static final String NEW_PASSWORD = "kerbau berenang di sungai musi";

    /** No profile for trying out: every check and every rule of production. */
    public static class Production implements QuarkusTestProfile {
        @Override
        public String getConfigProfile() {
            return "prod";
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(EmptyDatabase.class), new TestResourceEntry(FirstDayMachine.class));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.test-port", "0",
                    "quarkus.smallrye-openapi.store-schema-directory", "target/openapi-first-day");
        }
    }

    private final SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
    private final Path folder = Path.of(config.getValue(FirstDayMachine.FOLDER, String.class));
    private final Map<String, String> passwords = new HashMap<>();
    private final List<String> said = new ArrayList<>();

    private static SmallRyeConfig production(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withProfile("prod")
                .withSources(new PropertiesConfigSource(properties, "page", 100))
                .build();
    }

    @Test
    void what_the_page_configures_is_what_production_starts_with() throws IOException {
        assertThat(StartupChecks.isProduction(config)).isTrue();
        var page = production(FirstDayMachine.configuration(folder));
        assertThatCode(() -> StartupChecks.refuseUnsafe(page)).doesNotThrowAnyException();
        assertThat(BootstrapChecks.faults(page, Map.of())).isEmpty();
        for (var key : FirstDayMachine.configuration(folder).keySet()) {
            if (!key.startsWith("quarkus.datasource.")) {
                assertThat(config.getValue(key, String.class))
                        .as("%s of the running product", key)
                        .isEqualTo(page.getValue(key, String.class));
            }
        }
    }

    @Test
    void the_page_says_how_to_build_and_to_start_and_names_every_key() throws IOException {
        var page = FirstDayPage.read();
        assertThat(page.of("console"))
                .containsExactly("./mvnw -q -DskipTests package\n", "java -jar quarkus-app/quarkus-run.jar\n");
        for (var key : BootstrapSettings.KEYS) {
            assertThat(Pattern.compile("[.]" + key + "\\b").matcher(page.text()).find())
                    .as("%s on the page", key)
                    .isTrue();
        }
        for (var key : BootstrapSettings.REQUIRED) {
            assertThat(page.configuration()).contains("karier.bootstrap." + key + "=");
        }
    }

    @Test
    void the_page_s_own_sign_on_is_a_configuration_that_starts() throws IOException {
        var with = new HashMap<>(FirstDayMachine.configuration(folder));
        var more = new Properties();
        more.load(new StringReader(FirstDayPage.read().of("properties").get(0)));
        more.stringPropertyNames().forEach(name -> with.put(name, more.getProperty(name)));
        assertThat(BootstrapChecks.faults(production(with), Map.of())).isEmpty();
        assertThat(IssuerChecks.faults(production(with), Map.of())).isEmpty();
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void from_an_empty_machine_to_a_civil_servant_who_signs_in() throws IOException {
        var page = FirstDayPage.read();
        assertThat(start()).isEqualTo(hidden(page.of("text").get(0)));

        var shell = new ProcessBuilder("bash", "--noprofile", "--norc")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (var to = shell.outputWriter();
                var out = shell.inputReader()) {
            perform(to, out, "set -euo pipefail\n");
            for (var commands : page.commands()) {
                perform(to, out, commands.replace(ADDRESS, "KARIER=http://127.0.0.1:" + RestAssured.port + "\n"));
            }
        } finally {
            shell.destroyForcibly();
        }

        assertThat(passwords).hasSize(4);
        assertThat(query("select count(*) from employees where agency = 'waykanan'"))
                .isEqualTo("2000");
        assertThat(query("select group_concat(r.role order by r.role) from account_roles r"))
                .isEqualTo("ADMIN,ADMIN,ASN,SDM");
        assertThat(query("select count(*) from second_factors")).isEqualTo("3");
        assertThat(query("select count(*) from accounts where must_change_password"))
                .isEqualTo("0");
    }

    /** What the product said on its console while it started. */
    private String start() throws IOException {
        var console = Files.readString(folder.resolve(FirstDayMachine.CONSOLE));
        SHOWN.matcher(console).results().forEach(found -> passwords.put(found.group(1), found.group(2)));
        return hidden(String.join(
                        "\n",
                        console.lines()
                                .filter(line -> line.startsWith("karier: ")
                                        && (SHOWN.matcher(line).find()
                                                || line.contains("shown this once")
                                                || line.contains("made the first agency")))
                                .toList())
                + "\n");
    }

    private static String hidden(String text) {
        return SHOWN.matcher(text).replaceAll("one-time password of $1: …");
    }

    /** Types a block of the page, and for each sign-in in it what its person knows and has. */
    private void perform(BufferedWriter to, BufferedReader out, String commands) throws IOException {
        for (var line : commands.split("(?<=\n)")) {
            var signsIn = SIGN_IN.matcher(line.strip());
            if (!signsIn.matches()) {
                to.write(line);
                continue;
            }
            to.write("printf '@@name %s\\n' " + signsIn.group(1) + "\n");
            to.flush();
            var name = until(to, out, "@@name ");
            assertThat(passwords).as("one-time passwords that were shown").containsKey(name);
            // on one line, because the next one is what she types
            to.write(line.strip() + "; echo '" + DONE + "'\n" + passwords.get(name) + "\n" + NEW_PASSWORD + "\n");
            to.flush();
            until(to, out, DONE);
        }
        to.write("echo '" + DONE + "'\n");
        to.flush();
        until(to, out, DONE);
    }

    private String until(BufferedWriter to, BufferedReader out, String mark) throws IOException {
        while (true) {
            var line = out.readLine();
            assertThat(line)
                    .as("the shell ended after: %s", String.join("\n", said))
                    .isNotNull();
            if (line.startsWith(mark)) {
                return line.substring(mark.length());
            }
            said.add(line);
            SHOWN.matcher(line).results().forEach(found -> passwords.put(found.group(1), found.group(2)));
            var secret = SECRET.matcher(line);
            if (secret.find()) {
                to.write(OneTimeCodes.at(secret.group(1), Instant.now()) + "\n");
                to.flush();
            }
        }
    }
}
