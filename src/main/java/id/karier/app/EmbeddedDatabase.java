package id.karier.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A real MariaDB server of our own on loopback, its data in a folder that survives restarts. It knows one user, whose
 * password lies beside the data. A server that dies is started again; one that a killed process left behind is stopped
 * before the folder is opened again.
 */
public final class EmbeddedDatabase {
    public static final String USER = "karier";

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final DataFolder folder;
    private final ServerFiles files;
    private final String password;
    private final int port;
    private Process server;
    private volatile boolean stopping;

    private EmbeddedDatabase(DataFolder folder, ServerFiles files, String password, int port) throws IOException {
        this.folder = folder;
        this.files = files;
        this.password = password;
        this.port = port;
        this.server = launch();
    }

    /** @throws StartRefusedException when another process uses the folder, or the server does not come up */
    public static EmbeddedDatabase start(Path data) {
        var folder = DataFolder.take(data);
        try {
            stopLeftover(folder.pidFile(), folder.home());
            var files = ServerFiles.unpack(folder.home().resolve("server"));
            folder.install(files);
            var database = new EmbeddedDatabase(folder, files, folder.password(), freePort());
            LOG.infof("embedded database in %s on port %d", folder.home(), database.port);
            var watch = new Thread(database::keepRunning, "embedded-database-watch");
            watch.setDaemon(true);
            watch.start();
            return database;
        } catch (IOException failed) {
            release(folder);
            throw new StartRefusedException(
                    "The embedded database did not start in " + folder.home() + ": " + failed.getMessage()
                            + ". Is the disk full, or the folder not yours?",
                    failed);
        } catch (RuntimeException refused) {
            release(folder);
            throw refused;
        }
    }

    /** Where the application finds it. */
    public String url() {
        return url("karier");
    }

    /** A database of another name on the same server, made when it is not there; our user may use {@code karier…}. */
    public String url(String database) {
        return "jdbc:mysql://127.0.0.1:" + port + '/' + database + "?createDatabaseIfNotExist=true&sslMode=DISABLED";
    }

    public String password() {
        return password;
    }

    /** The process of the server that runs now. */
    synchronized ProcessHandle process() {
        return server.toHandle();
    }

    public void stop() {
        stopping = true;
        synchronized (this) {
            server.destroy();
            try {
                if (!server.waitFor(60, TimeUnit.SECONDS)) {
                    LOG.warn("the embedded database did not stop in a minute; it recovers at the next start");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        release(folder);
    }

    /** Whoever kills the server does not stop the product: it comes back on the same port with all that was committed. */
    private void keepRunning() {
        var pause = Duration.ZERO;
        try {
            while (true) {
                var watched = current();
                long started = System.nanoTime();
                int code = watched.waitFor();
                if (stopping) {
                    return;
                }
                if (System.nanoTime() - started > LONGEST_PAUSE.toNanos()) {
                    pause = Duration.ZERO;
                }
                LOG.warnf("the embedded database ended by itself (exit code %d) and is started again", code);
                while (!startAgain()) {
                    pause = pause.isZero() ? Duration.ofSeconds(1) : pause.multipliedBy(2);
                    pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
                    Thread.sleep(pause.toMillis());
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Process current() {
        return server;
    }

    private synchronized boolean startAgain() {
        if (stopping) {
            return true;
        }
        try {
            server = launch();
            LOG.info("the embedded database is back");
            return true;
        } catch (IOException | StartRefusedException failed) {
            LOG.errorf("the embedded database does not come back: %s", failed.getMessage());
            return false;
        }
    }

    private Process launch() throws IOException {
        // written at every start, so that a folder of an earlier version, which had no users, gets the same ones
        var users = folder.writePrivate(folder.home().resolve("users.sql"), """
                delete from mysql.global_priv where User <> 'mariadb.sys';
                delete from mysql.db;
                delete from mysql.proxies_priv;
                flush privileges;
                create user '%1$s'@'127.0.0.1' identified by '%2$s';
                grant all on `karier%%`.* to '%1$s'@'127.0.0.1';
                """.formatted(USER, password));
        var launched = files.process(command(users))
                .redirectErrorStream(true)
                .redirectOutput(folder.log().toFile())
                .start();
        try {
            awaitReady(launched);
        } catch (IOException | RuntimeException failed) {
            launched.destroy();
            throw failed;
        } finally {
            Files.deleteIfExists(users);
        }
        return launched;
    }

    private List<String> command(Path users) {
        var command = new ArrayList<>(List.of(
                files.server().toString(),
                "--no-defaults",
                "--console",
                "--basedir=" + files.home(),
                "--datadir=" + folder.database(),
                "--tmpdir=" + folder.temporary(),
                "--pid-file=" + folder.pidFile(),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--init-file=" + users,
                "--skip-name-resolve",
                "--skip-ssl",
                "--local-infile=0",
                "--skip-symbolic-links",
                "--secure-file-priv=" + folder.noFiles(),
                "--transaction-isolation=READ-COMMITTED",
                "--character-set-server=utf8mb4",
                "--lower-case-table-names=" + (System.getProperty("os.name").startsWith("Linux") ? 0 : 1),
                "--innodb-buffer-pool-size=256M",
                "--max-allowed-packet=64M"));
        if (!System.getProperty("os.name").startsWith("Windows")) {
            // relative to the data folder, which nobody else enters, and short enough for the limit of socket names
            command.add("--socket=mariadb.sock");
        }
        if (runsAsRoot()) {
            command.add("--user=root");
        }
        return command;
    }

    static boolean runsAsRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private void awaitReady(Process launched) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var url = url() + "&connectTimeout=2000&socketTimeout=5000";
        while (true) {
            if (Database.answers(url, USER, password)) {
                return;
            }
            if (stopping) {
                throw new IOException("stopped");
            }
            if (!launched.isAlive() || System.nanoTime() > deadline) {
                throw new IOException(complaint());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", interrupted);
            }
        }
    }

    /** The last fault that the server told of, for whoever reads why the start was refused. */
    private String complaint() throws IOException {
        try (var lines = Files.lines(folder.log())) {
            return lines.filter(line -> line.contains("[ERROR]"))
                    .reduce((earlier, later) -> later)
                    .orElse("it did not answer; see " + folder.log());
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void release(DataFolder folder) {
        try {
            folder.close();
        } catch (IOException failed) {
            LOG.warnf("the lock of %s was not given back: %s", folder.home(), failed.getMessage());
        }
    }

    /** Our lock is held, so the process that started this server is dead. */
    private static void stopLeftover(Path pidFile, Path home) {
        try {
            if (Files.exists(pidFile)) {
                long pid = Long.parseLong(Files.readString(pidFile).strip());
                var process = ProcessHandle.of(pid).filter(found -> isOurs(found, home));
                if (process.isPresent()) {
                    LOG.warnf("stopping the database server that an earlier process left behind (pid %d)", pid);
                    process.get().destroy();
                    process.get().onExit().get(60, TimeUnit.SECONDS);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartRefusedException("Interrupted while stopping an earlier database server", interrupted);
        } catch (Exception failed) {
            throw new StartRefusedException(
                    "An earlier database server still runs and does not stop; end it by hand (" + pidFile + ")",
                    failed);
        }
    }

    /** The number may have gone to another program since: only a server that was unpacked into this folder is ours. */
    private static boolean isOurs(ProcessHandle process, Path home) {
        return process.info()
                .command()
                .map(Path::of)
                .filter(command -> command.startsWith(home) || command.startsWith(real(home)))
                .isPresent();
    }

    private static Path real(Path home) {
        try {
            return home.toRealPath();
        } catch (IOException gone) {
            return home;
        }
    }
}
