package id.karier.kernel.data;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether the database takes writes, and where: it writes one row every moment, on a connection of its own, so that no
 * request waits to find out. When another server has become the primary, the connections to the earlier one are ended, those
 * included that wait for an answer.
 */
@Startup
@Singleton
public class PrimaryWatch {
    private static final Logger LOG = Logger.getLogger(PrimaryWatch.class);

    private static final int EVERY_SECONDS = 2;

    /** An answer that takes longer is none. */
    private static final int ANSWER_MILLIS = 3000;

    /** After so long without an answer, those who wait on the same server are told that there is none. */
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(15);

    /** A last good write is believed so long: two rounds and one slow answer. */
    private static final long BELIEVED_NANOS =
            TimeUnit.SECONDS.toNanos(2L * EVERY_SECONDS) + TimeUnit.MILLISECONDS.toNanos(ANSWER_MILLIS);

    private final AgroalDataSource pool;
    private final String url;
    private final String user;
    private final String password;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(PrimaryWatch::thread);
    private final AtomicLong renewedAt = new AtomicLong(System.nanoTime() - TimeUnit.HOURS.toNanos(1));

    /** All of the watch's own thread. */
    private @Nullable Connection connection;

    private @Nullable String server;
    private @Nullable String silent;
    private long answeredAt;

    private volatile Standing standing = new Standing(false, System.nanoTime(), "not asked yet");

    PrimaryWatch(
            AgroalDataSource pool,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.pool = pool;
        this.url = url;
        this.user = user.orElse("");
        this.password = password.orElse("");
    }

    /** What the last round found, and since when it is so. */
    record Standing(boolean writable, long nanos, String why) {}

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "karier-primary");
        thread.setDaemon(true);
        return thread;
    }

    @PostConstruct
    void begin() {
        answeredAt = System.nanoTime();
        look();
        var unused = rounds.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Whether a write succeeded a moment ago. */
    public boolean takesWrites() {
        var last = standing;
        return last.writable() && System.nanoTime() - last.nanos() < BELIEVED_NANOS;
    }

    /** Why no write can succeed, in a few words without data. */
    public String why() {
        var last = standing;
        return last.writable() ? "no answer for " + (System.nanoTime() - last.nanos()) / 1_000_000 + " ms" : last.why();
    }

    /** Somebody's connection has ended or takes no writes: looks at once, and lets the pool make new connections. */
    void doubt() {
        if (renew()) {
            try {
                rounds.execute(this::look);
            } catch (RejectedExecutionException stopped) {
                LOG.debug("the node stops", stopped);
            }
        }
    }

    /** At most once a second, because everybody meets the same. */
    private boolean renew() {
        long now = System.nanoTime();
        long before = renewedAt.get();
        if (now - before > TimeUnit.SECONDS.toNanos(1) && renewedAt.compareAndSet(before, now)) {
            pool.flush(FlushMode.GRACEFUL);
            return true;
        }
        return false;
    }

    private void look() {
        try {
            write();
        } catch (SQLException | RuntimeException failed) {
            missed(failed);
        }
    }

    private void write() throws SQLException {
        var current = connection;
        if (current == null) {
            current = connect();
            connection = current;
            server = PrimaryDriver.last();
        }
        try (var statement = current.createStatement()) {
            if (PrimaryDriver.isReadOnly(current)) {
                throw new SQLException("the server has become read-only", "25006");
            }
            answeredAt = System.nanoTime();
            statement.executeUpdate("update write_probes set probed_at = utc_timestamp(6) where id = 1");
        }
        answeredAt = System.nanoTime();
        found();
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", String.valueOf(ANSWER_MILLIS));
        properties.setProperty("socketTimeout", String.valueOf(ANSWER_MILLIS));
        var made = new PrimaryDriver().connect(url, properties);
        if (made == null) {
            throw new SQLException("not a URL of MySQL", "08001");
        }
        return made;
    }

    private void found() {
        var before = standing;
        standing = new Standing(true, System.nanoTime(), "");
        var primary = server;
        int ended = primary == null ? 0 : PrimaryDriver.abortOthers(primary);
        if (ended > 0 || !before.writable()) {
            renew();
            LOG.infof("the database takes writes at %s; connections elsewhere ended: %d", primary, ended);
        }
    }

    private void missed(Exception failed) {
        var before = standing;
        var why = reason(failed);
        standing = new Standing(false, System.nanoTime(), why);
        if (before.writable()) {
            LOG.warnf("the database takes no writes: %s", why);
        }
        if (server != null) {
            silent = server;
        }
        forget();
        var quiet = silent;
        if (quiet != null && System.nanoTime() - answeredAt > SILENCE_NANOS) {
            int ended = PrimaryDriver.abortAll(quiet);
            if (ended > 0) {
                LOG.warnf("%s does not answer; connections that waited for it ended: %d", quiet, ended);
                renew();
            }
        }
    }

    private void forget() {
        var old = connection;
        connection = null;
        server = null;
        if (old != null) {
            try {
                old.abort(Runnable::run);
            } catch (SQLException ended) {
                LOG.debug("ended already", ended);
            }
        }
    }

    private static String reason(Exception failed) {
        var said = SqlFailure.said(failed);
        return said == null
                ? failed.getClass().getSimpleName()
                : SqlFailure.meaning(said) + ", SQL state " + said.getSQLState() + ", vendor code "
                        + said.getErrorCode();
    }

    void end(@Observes ShutdownEvent event) {
        rounds.shutdownNow();
        forget();
    }
}
