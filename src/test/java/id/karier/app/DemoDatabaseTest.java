package id.karier.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.karier.identity.Passwords;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that the demo filled is told by a sign-in that everybody knows, whichever is left. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DemoDatabaseTest {
    private final String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
    private final String user = ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class);
    private final String password = ConfigProvider.getConfig()
            .getOptionalValue("quarkus.datasource.password", String.class)
            .orElse("");

    @Inject
    Passwords passwords;

    @ParameterizedTest
    @ValueSource(strings = {"sdm.lampung", "auditor.lhokseumawe", "nasional"})
    void one_account_with_the_password_of_the_demo_is_enough(String name) throws SQLException {
        onDatabase(demo -> {
            assertThatCode(() -> Database.refuseDemo(demo, user, password)).doesNotThrowAnyException();
            execute(demo, account(name, "karier-demo"));
            assertThatThrownBy(() -> Database.refuseDemo(demo, user, password))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("\n  - ")
                    .hasMessageContaining(name);
        });
    }

    @Test
    void a_machine_of_the_demo_is_enough() throws SQLException {
        onDatabase(demo -> {
            execute(
                    demo,
                    "insert into clients (id, agency, client_id, name, secret_hash) values (x'00000000000000000000000000000001', 'bandung',"
                            + " 'integrasi-bandung', 'x', '" + passwords.hash("karier-demo") + "')");
            assertThatThrownBy(() -> Database.refuseDemo(demo, user, password))
                    .hasMessageContaining("integrasi-bandung");
        });
    }

    @Test
    void the_same_names_with_passwords_of_their_own_are_fine() throws SQLException {
        onDatabase(demo -> {
            execute(demo, account("sdm.lampung", "a password of her own"));
            assertThatCode(() -> Database.refuseDemo(demo, user, password)).doesNotThrowAnyException();
        });
    }

    private String account(String name, String plain) {
        return "insert into accounts (id, agency, username, display_name, password_hash) values (x'"
                + UUID.randomUUID().toString().replace("-", "") + "', 'lampung', '" + name + "', 'x', '"
                + passwords.hash(plain) + "')";
    }

    private interface Work {
        void on(String url) throws SQLException;
    }

    private void onDatabase(Work work) throws SQLException {
        String name;
        try (var connection = DriverManager.getConnection(url, user, password)) {
            name = connection.getCatalog() + "_filled";
        }
        execute(url, "drop database if exists " + name, "create database " + name + " default character set utf8mb4");
        try {
            var filled = url.replace('/' + name.replace("_filled", ""), '/' + name);
            Database.migrate(filled, user, password);
            work.on(filled);
        } finally {
            execute(url, "drop database " + name);
        }
    }

    private void execute(String at, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(at, user, password);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
