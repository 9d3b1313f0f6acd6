package id.karier.testing;

import id.karier.app.Database;
import id.karier.app.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A migrated database without any agency, of one test class alone, beside the one that the others share. */
public class EmptyDatabase implements QuarkusTestResourceLifecycleManager {
    private static final String NAME = "karier_first_day";

    private EmbeddedDatabase embedded;

    @Override
    public Map<String, String> start() {
        var given = System.getenv("KARIER_TEST_JDBC_URL");
        String url;
        var user = "root";
        var password = "";
        try {
            if (given == null || given.isBlank()) {
                embedded = EmbeddedDatabase.start(Path.of("target", "test-database"));
                url = embedded.url(NAME);
                user = EmbeddedDatabase.USER;
                password = embedded.password();
            } else {
                url = beside(given);
            }
            try (var connection = DriverManager.getConnection(url, user, password);
                    var statement = connection.createStatement()) {
                statement.execute("drop database " + NAME);
                statement.execute("create database " + NAME + " default character set utf8mb4");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("no empty database", failed);
        }
        Database.migrate(url, user, password);
        var config = new HashMap<String, String>();
        config.put("quarkus.datasource.jdbc.url", url);
        config.put("quarkus.datasource.username", user);
        config.put("quarkus.datasource.password", password);
        config.put("karier.data", "target/test-data");
        return config;
    }

    private static String beside(String given) throws SQLException {
        try (var connection = DriverManager.getConnection(given, "root", "")) {
            var url = given.replace('/' + connection.getCatalog(), '/' + NAME);
            connection.createStatement().execute("create database if not exists " + NAME);
            return url;
        }
    }

    @Override
    public void stop() {
        if (embedded != null) {
            embedded.stop();
        }
    }
}
