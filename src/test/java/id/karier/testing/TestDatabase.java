package id.karier.testing;

import id.karier.app.Database;
import id.karier.app.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import io.restassured.config.LogConfig;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * One empty, migrated database for the whole test run: the server at {@code KARIER_TEST_JDBC_URL} when that is set, else
 * the embedded one in {@code target}.
 */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {
    private EmbeddedDatabase embedded;

    @Override
    public Map<String, String> start() {
        logFailuresAsSent();
        var given = System.getenv("KARIER_TEST_JDBC_URL");
        String url = given;
        var user = "root";
        var password = "";
        if (given == null || given.isBlank()) {
            embedded = EmbeddedDatabase.start(Path.of("target", "test-database"));
            url = embedded.url("karier_test");
            user = EmbeddedDatabase.USER;
            password = embedded.password();
        }
        try (var connection = DriverManager.getConnection(url, user, password)) {
            var name = connection.getCatalog();
            connection.createStatement().execute("drop database " + name);
            connection.createStatement().execute("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException("no empty database at " + url, failed);
        }
        Database.migrate(url, user, password);
        var config = new HashMap<String, String>();
        config.put("quarkus.datasource.jdbc.url", url);
        config.put("quarkus.datasource.username", user);
        config.put("quarkus.datasource.password", password);
        config.put("karier.data", "target/test-data");
        config.put("quarkus.test.rest-assured.enable-logging-on-failure", "false");
        return config;
    }

    /** Shows what a failed request sent; never prettily, since that printer does not come back from a broken body. */
    private static void logFailuresAsSent() {
        RestAssured.config = RestAssured.config()
                .logConfig(LogConfig.logConfig()
                        .enableLoggingOfRequestAndResponseIfValidationFails()
                        .enablePrettyPrinting(false));
    }

    @Override
    public void stop() {
        if (embedded != null) {
            embedded.stop();
        }
    }
}
