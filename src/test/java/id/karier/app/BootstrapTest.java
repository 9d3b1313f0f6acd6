package id.karier.app;

import static id.karier.testing.TestAgency.query;
import static id.karier.testing.TestAgency.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import id.karier.identity.OutsideIssuer;
import id.karier.identity.SignIn;
import id.karier.testing.EmptyDatabase;
import id.karier.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first agency of an empty database, made once, by whichever node comes first. */
@QuarkusTest
@TestProfile(BootstrapTest.Empty.class)
class BootstrapTest {
    private static final Pattern PASSWORD =
            Pattern.compile("one-time password of (\\S+): ([a-z2-9]{4}(?:-[a-z2-9]{4}){3})");

    /** A database of its own, and an issuer outside that signs in agency {@code luar-1}. */
    public static class Empty implements QuarkusTestProfile {
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(EmptyDatabase.class), new TestResourceEntry(OutsideIssuer.class));
        }
    }

    @TempDir
    Path folder;

    @Inject
    Bootstrap bootstrap;

    private final SignIn from = SignIn.fromOwnAddress();

    @BeforeEach
    void empty() {
        for (var table : List.of(
                "second_factors", "refresh_tokens", "account_makers", "account_roles", "accounts", "agencies")) {
            sql("delete from " + table);
        }
    }

    private static BootstrapSettings settings(String... more) {
        var properties = new HashMap<>(Map.of(
                "karier.bootstrap.agency", "waykanan",
                "karier.bootstrap.name", "Pemerintah Kabupaten Way Kanan",
                "karier.bootstrap.zone", "Asia/Jakarta",
                "karier.bootstrap.admin", "admin.waykanan"));
        for (int i = 0; i < more.length; i += 2) {
            properties.put("karier.bootstrap." + more[i], more[i + 1]);
        }
        return of(properties);
    }

    private static BootstrapSettings of(Map<String, String> properties) {
        return new BootstrapSettings(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build());
    }

    /** What a start says: on the console, and to the log. */
    private record Said(String console, List<String> whole, List<String> log) {
        Map<String, String> passwords() {
            var passwords = new HashMap<String, String>();
            PASSWORD.matcher(console).results().forEach(found -> passwords.put(found.group(1), found.group(2)));
            return passwords;
        }
    }

    private static Said listening(Runnable work) {
        var whole = new CopyOnWriteArrayList<String>();
        var log = new CopyOnWriteArrayList<String>();
        var formatter = new PatternFormatter("%s%e");
        var listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                var text = formatter.format(ExtLogRecord.wrap(line));
                whole.add(text);
                if (Bootstrap.class.getName().equals(line.getLoggerName())) {
                    log.add(text);
                }
            }

            @Override
            public void flush() {
                // nothing is held back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        var before = System.err;
        var heard = new ByteArrayOutputStream();
        var root = Logger.getLogger("");
        root.addHandler(listener);
        System.setErr(new PrintStream(heard, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
            root.removeHandler(listener);
        }
        return new Said(heard.toString(StandardCharsets.UTF_8), whole, log);
    }

    private Said begin(BootstrapSettings settings) {
        return listening(() -> bootstrap.begin(settings));
    }

    @Test
    void an_empty_database_gets_its_agency_and_two_administrators_whose_passwords_are_shown_once() {
        var said = begin(settings());
        var passwords = said.passwords();
        assertThat(passwords).containsOnlyKeys("admin.waykanan", "admin.waykanan-2");
        assertThat(said.log()).anyMatch(line -> line.contains("made the first agency waykanan"));
        for (var password : passwords.values()) {
            assertThat(said.whole()).noneMatch(line -> line.contains(password));
            assertThat(said.console()).containsOnlyOnce(password);
            assertThat(query("select count(*) from accounts where password_hash like '%" + password + "%'"))
                    .isEqualTo("0");
        }
        assertThat(query("select concat(name, '|', kind, '|', time_zone) from agencies where code = 'waykanan'"))
                .isEqualTo("Pemerintah Kabupaten Way Kanan|REGENCY|Asia/Jakarta");
        assertThat(query("select group_concat(distinct action) from change_log where object_type = 'account'"
                        + " and agency = 'waykanan'"))
                .isEqualTo("LOADED");

        var first = from.password("admin.waykanan", passwords.get("admin.waykanan"))
                .statusCode(200)
                .body("must_change_password", equalTo(true))
                .extract();
        SignIn.bearer(first.path("access_token")).get("/api/v1/accounts").then().statusCode(403);
        SignIn.bearer(first.path("access_token"))
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("agency.code", equalTo("waykanan"));
    }

    @Test
    void a_password_of_the_first_day_ends_after_72_hours() {
        var passwords = begin(settings()).passwords();
        TestClock.ahead(
                Duration.ofHours(71),
                () -> from.password("admin.waykanan", passwords.get("admin.waykanan"))
                        .statusCode(200));
        TestClock.ahead(
                Duration.ofHours(73),
                () -> from.password("admin.waykanan", passwords.get("admin.waykanan"))
                        .statusCode(400));
    }

    @Test
    void a_database_with_an_agency_gets_nothing_and_one_sentence() {
        begin(settings());
        var before = query("select count(*) from accounts");
        var again = begin(settings());
        assertThat(again.passwords()).isEmpty();
        assertThat(again.log()).hasSize(1).first().asString().contains("made nothing", "agencies already");
        var other = begin(settings("agency", "pesawaran", "admin", "admin.pesawaran"));
        assertThat(other.log()).hasSize(1);
        assertThat(query("select count(*) from accounts")).isEqualTo(before);
        assertThat(query("select count(*) from agencies")).isEqualTo("1");
    }

    @Test
    void nodes_that_start_at_once_make_one_agency() throws Exception {
        var codes = List.of("waykanan", "pesawaran", "waykanan", "tanggamus");
        var said = listening(() -> {
            var nodes = Executors.newFixedThreadPool(codes.size());
            try {
                var starts = codes.stream()
                        .<Callable<Boolean>>map(code -> () -> {
                            bootstrap.begin(settings("agency", code, "admin", "admin." + code));
                            return true;
                        })
                        .toList();
                for (var start : nodes.invokeAll(starts)) {
                    assertThat(start.get()).isTrue();
                }
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            } finally {
                nodes.shutdownNow();
            }
        });
        assertThat(query("select count(*) from agencies")).isEqualTo("1");
        assertThat(query("select count(*) from accounts")).isEqualTo("2");
        assertThat(said.passwords()).hasSize(2);
        said.passwords()
                .forEach((name, password) -> from.password(name, password).statusCode(200));
    }

    @Test
    void what_was_not_committed_was_never_there_and_is_said() {
        sql(
                "create trigger test_no_second_officer before insert on accounts for each row begin"
                        + " if new.username like '%-2' then signal sqlstate '45000' set message_text = 'on purpose'; end if; end");
        try {
            var said = listening(
                    () -> assertThatThrownBy(() -> bootstrap.begin(settings())).isInstanceOf(RuntimeException.class));
            assertThat(query("select count(*) from agencies")).isEqualTo("0");
            assertThat(query("select count(*) from accounts")).isEqualTo("0");
            assertThat(said.passwords()).isEmpty();
        } finally {
            sql("drop trigger test_no_second_officer");
        }
        var passwords = begin(settings()).passwords();
        from.password("admin.waykanan", passwords.get("admin.waykanan")).statusCode(200);
    }

    @Test
    void without_a_word_the_start_names_what_is_missing() {
        var said = begin(of(Map.of()));
        assertThat(said.log())
                .hasSize(1)
                .first()
                .asString()
                .contains(
                        "karier.bootstrap.agency, karier.bootstrap.name, karier.bootstrap.zone, karier.bootstrap.admin");
        assertThat(begin(of(Map.of("karier.bootstrap.password-file", "/tmp/nowhere")))
                        .log())
                .hasSize(1);
        assertThatThrownBy(() -> bootstrap.begin(of(Map.of("karier.bootstrap.agency", "waykanan"))))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("karier.bootstrap.name, karier.bootstrap.zone, karier.bootstrap.admin");
        assertThat(query("select count(*) from agencies")).isEqualTo("0");
    }

    @Test
    void passwords_go_into_a_file_of_their_owner_alone_where_the_console_is_shipped() throws IOException {
        var file = folder.resolve("first-passwords");
        var said = begin(settings("password-file", file.toString()));
        assertThat(said.passwords()).isEmpty();
        assertThat(said.console()).contains(file.toString());
        var passwords = new Said(Files.readString(file), List.of(), List.of()).passwords();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        from.password("admin.waykanan", passwords.get("admin.waykanan")).statusCode(200);

        empty();
        assertThatThrownBy(() -> bootstrap.begin(settings("password-file", file.toString())))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(file.toString());
        assertThat(query("select count(*) from agencies")).isEqualTo("0");
    }

    @Test
    void all_passwords_of_one_start_go_into_one_file() throws IOException {
        begin(settings());
        var file = folder.resolve("more-passwords");
        begin(settings("password-file", file.toString(), "national", "pengawas.pusat", "replacement", "baru.waykanan"));
        var passwords = new Said(Files.readString(file), List.of(), List.of()).passwords();
        assertThat(passwords).containsOnlyKeys("pengawas.pusat", "baru.waykanan");
        passwords.forEach((name, password) -> from.password(name, password).statusCode(200));

        empty();
        var first = folder.resolve("all-passwords");
        begin(settings("password-file", first.toString(), "national", "pengawas.pusat"));
        assertThat(new Said(Files.readString(first), List.of(), List.of()).passwords())
                .containsOnlyKeys("admin.waykanan", "admin.waykanan-2", "pengawas.pusat");
    }

    @Test
    void an_agency_that_lost_an_administrator_gets_another_and_only_one() {
        begin(settings());
        var replaced = begin(settings("replacement", "baru.waykanan"));
        assertThat(replaced.passwords()).containsOnlyKeys("baru.waykanan");
        from.password("baru.waykanan", replaced.passwords().get("baru.waykanan"))
                .statusCode(200);
        assertThat(query("select count(*) from account_makers")).isEqualTo("0");
        var again = begin(settings("replacement", "baru.waykanan"));
        assertThat(again.passwords()).isEmpty();
        assertThat(again.log()).anyMatch(line -> line.contains("is there already"));
        assertThatThrownBy(() -> bootstrap.begin(settings("agency", "entah", "replacement", "admin.entah")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("no agency entah");
    }

    @Test
    void a_first_password_that_ended_unused_is_made_anew_when_it_is_asked_for() {
        var first = begin(settings()).passwords();
        var early = begin(
                of(Map.of("karier.bootstrap.agency", "waykanan", "karier.bootstrap.replacement", "admin.waykanan")));
        assertThat(early.passwords()).isEmpty();
        TestClock.ahead(Duration.ofHours(73), () -> {
            var late = begin(of(Map.of(
                            "karier.bootstrap.agency", "waykanan", "karier.bootstrap.replacement", "admin.waykanan")))
                    .passwords();
            assertThat(late).containsOnlyKeys("admin.waykanan");
            assertThat(late.get("admin.waykanan")).isNotEqualTo(first.get("admin.waykanan"));
            from.password("admin.waykanan", late.get("admin.waykanan")).statusCode(200);
        });
    }

    @Test
    void who_oversees_the_nation_is_made_by_an_operator_and_makes_the_next_agency() {
        var passwords = begin(settings("national", "pengawas.nasional")).passwords();
        assertThat(passwords).hasSize(3);
        assertThat(query("select role from account_roles r join accounts a on a.id = r.account_id"
                        + " where a.username = 'pengawas.nasional'"))
                .isEqualTo("NASIONAL");
    }

    @Test
    void with_an_issuer_outside_nobody_has_a_password() throws Exception {
        var said = begin(settings(
                "agency", "luar-1",
                "issuer", "subjek",
                "admin", "admin.luar",
                "admin-subject", "f3c1d2a4",
                "second-subject", "A0b2"));
        assertThat(said.console()).doesNotContain("one-time password");
        assertThat(query("select count(*) from accounts where outside_only and not must_change_password"))
                .isEqualTo("2");
        var encoded = ConfigProvider.getConfig().getValue("test.outside.first", String.class);
        var key = KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        for (var who : Map.of("f3c1d2a4", "admin.luar", "A0b2", "admin.luar-2").entrySet()) {
            var token = Jwt.claims()
                    .issuer("https://subjek.example")
                    .audience("karier-subjek")
                    .subject(who.getKey())
                    .expiresIn(Duration.ofMinutes(5))
                    .jws()
                    .keyId("satu")
                    .sign(key);
            SignIn.bearer(token)
                    .get("/api/v1/me")
                    .then()
                    .statusCode(200)
                    .body("username", equalTo(who.getValue()))
                    .body("roles", contains("ADMIN"));
            SignIn.bearer(token).get("/api/v1/accounts").then().statusCode(200);
        }
    }
}
