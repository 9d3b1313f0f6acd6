package id.karier.app;

import id.karier.identity.KnownSignIns;
import id.karier.kernel.data.PrimaryDriver;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * The database before the application: the configured one, or the embedded server when none is, with every migration
 * applied. It runs before anything of Quarkus, so that no request ever meets an older schema.
 */
public final class Database {
    static final String URL = "quarkus.datasource.jdbc.url";
    static final String USER = "quarkus.datasource.username";
    static final String PASSWORD = "quarkus.datasource.password";

    private static final Logger LOG = Logger.getLogger(Database.class);

    private static final Duration LONGEST_END = Duration.ofSeconds(40);

    private Database() {}

    /**
     * Opens the database that the configuration names, or the embedded one in {@code karier.data}, which stops after the
     * application has ended.
     */
    static void open(Config config, CountDownLatch applicationEnded) {
        var url = config.getOptionalValue(URL, String.class);
        if (url.isEmpty()) {
            Karier.tell("starting the embedded database; the first start unpacks it and takes up to a minute");
            if (EmbeddedDatabase.runsAsRoot()) {
                Karier.tell("WARNING: this process and its database run as root; start Karier as an ordinary user");
            }
            var embedded = EmbeddedDatabase.start(Path.of(config.getValue("karier.data", String.class)));
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> stopAfter(applicationEnded, embedded), "embedded-database-stop"));
            System.setProperty(URL, embedded.url());
            System.setProperty(USER, EmbeddedDatabase.USER);
            System.setProperty(PASSWORD, embedded.password());
            prepare(config, embedded.url(), EmbeddedDatabase.USER, embedded.password());
            return;
        }
        var user = config.getOptionalValue(USER, String.class).orElse("");
        var password = config.getOptionalValue(PASSWORD, String.class).orElse("");
        var patience = config.getValue("karier.database.patience", Duration.class);
        awaitServer(url.get(), user, password, patience);
        prepare(config, url.get(), user, password);
    }

    private static void prepare(Config config, String url, String user, String password) {
        migrate(url, user, password);
        if (StartupChecks.isProduction(config) && !StartupChecks.allowed(config, "demo-accounts")) {
            refuseDemo(url, user, password);
        }
    }

    /**
     * Looks whether the demo has filled this database: then everybody knows how to sign in to it.
     *
     * @throws StartRefusedException when a sign-in of the demo still has the demo's password
     */
    static void refuseDemo(String url, String user, String password) {
        var hashes = new LinkedHashMap<String, String>();
        try (var connection = primary(url, user, password);
                var statement = connection.createStatement();
                var found = statement.executeQuery(KnownSignIns.SELECT)) {
            while (found.next()) {
                hashes.put(found.getString(1), found.getString(2));
            }
        } catch (SQLException failed) {
            throw new StartRefusedException(
                    "The database does not tell whether the demo filled it (SQL state " + failed.getSQLState() + ")",
                    failed);
        }
        var open = KnownSignIns.open(hashes);
        if (!open.isEmpty()) {
            throw new StartRefusedException(
                    "Refusing to start in production:\n  - this database was filled by the demo: " + open
                            + " still has the password that everybody knows; use another database, or set"
                            + " karier.allow.demo-accounts=true");
        }
    }

    /** Brings the schema to this version; several nodes may start at once, one migrates and the others wait. */
    public static void migrate(String url, String user, String password) {
        Karier.tell("bringing the schema to this version");
        var result = Flyway.configure()
                .driver(PrimaryDriver.class.getName())
                .dataSource(url, user, password)
                .locations("classpath:db/migration")
                .validateOnMigrate(true)
                .connectRetries(3)
                .load()
                .migrate();
        LOG.infof("schema at version %s, %d migrations applied", result.targetSchemaVersion, result.migrationsExecuted);
    }

    /** Whether a server lets this user in and works. */
    static boolean answers(String url, String user, String password) {
        try (var connection = primary(url, user, password)) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** The running requests need their database to the end. */
    private static void stopAfter(CountDownLatch applicationEnded, EmbeddedDatabase embedded) {
        try {
            if (!applicationEnded.await(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("the application did not end in time; its database stops now");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        embedded.stop();
    }

    private static Connection primary(String url, String user, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        var connection = new PrimaryDriver().connect(url, properties);
        if (connection == null) {
            throw new StartRefusedException(URL + " is not a URL of MySQL (jdbc:mysql://…)");
        }
        return connection;
    }

    private static void awaitServer(String url, String user, String password, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try (var connection = primary(url, user, password)) {
                LOG.infof("database %s", connection.getMetaData().getDatabaseProductVersion());
                return;
            } catch (SQLException unreachable) {
                if (System.nanoTime() > deadline) {
                    throw new StartRefusedException(
                            "No database after " + patience.toSeconds() + " s: check " + URL + ", " + USER + " and "
                                    + PASSWORD + " (SQL state " + unreachable.getSQLState() + ")",
                            unreachable);
                }
                Karier.tell("database not reachable yet (SQL state " + unreachable.getSQLState() + "), trying again");
            }
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new StartRefusedException("Interrupted while waiting for the database", interrupted);
            }
        }
    }
}
