package id.karier.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The folder of the embedded database, closed to everybody but its owner. One process at a time may use it. Nothing that
 * holds data is ever deleted here, wherever the folder lies; only an installation that was not finished is.
 */
final class DataFolder implements AutoCloseable {
    private static final String PRIVATE_FOLDER = "rwx------";
    private static final String PRIVATE_FILE = "rw-------";
    private static final Set<String> OURS = Set.of(
            "database",
            "database-password",
            "database.unfinished",
            "development-signing-key.pem",
            "karier.lock",
            "mariadb.log",
            "mariadb.pid",
            "no-files",
            "server",
            "temporary",
            "users.sql");

    private final Path home;
    private final FileChannel lock;

    private DataFolder(Path home, FileChannel lock) {
        this.home = home;
        this.lock = lock;
    }

    /** @throws StartRefusedException when another process uses the folder, or it is not ours to use */
    static DataFolder take(Path folder) {
        var home = folder.toAbsolutePath().normalize();
        try {
            boolean made = !Files.exists(home);
            Files.createDirectories(home);
            if (made || holdsNothingElse(home)) {
                restrict(home, PRIVATE_FOLDER);
            }
            var taken = new DataFolder(home, lock(home));
            try {
                taken.prepare();
                return taken;
            } catch (IOException | RuntimeException failed) {
                taken.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new StartRefusedException("Cannot use the data folder " + home + ": " + failed.getMessage(), failed);
        }
    }

    Path home() {
        return home;
    }

    Path database() {
        return home.resolve("database");
    }

    Path pidFile() {
        return home.resolve("mariadb.pid");
    }

    /** What the server says, from its last start on. */
    Path log() {
        return home.resolve("mariadb.log");
    }

    /** The server's own temporary files; they hold rows. */
    Path temporary() {
        return home.resolve("temporary");
    }

    /** The only folder that SQL may read files from or write files to: an empty one. */
    Path noFiles() {
        return home.resolve("no-files");
    }

    /** The password of our user: 32 random bytes, made once. */
    String password() throws IOException {
        var file = home.resolve("database-password");
        if (!Files.exists(file)) {
            var random = new byte[32];
            new SecureRandom().nextBytes(random);
            writePrivate(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        restrict(file, PRIVATE_FILE);
        var password = Files.readString(file).strip();
        if (!password.matches("[A-Za-z0-9_-]{20,100}")) {
            throw new StartRefusedException(
                    file + " does not hold a password of ours. Move it away: the next start makes"
                            + " a new one and gives it to the database.");
        }
        return password;
    }

    /** A file that nobody else reads, whole or not at all. */
    Path writePrivate(Path file, String content) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, privately(PRIVATE_FILE));
        Files.writeString(part, content, StandardCharsets.US_ASCII);
        return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes the system tables when there is no database yet; what a killed process left half made is made anew. */
    void install(ServerFiles files) throws IOException {
        if (Files.isDirectory(database().resolve("mysql"))) {
            return;
        }
        if (Files.exists(database()) && !isEmpty(database())) {
            throw new StartRefusedException(
                    database() + " holds no whole database of Karier. Nothing in it was touched: move it away, or give"
                            + " Karier another folder with KARIER_DATA=/another/folder.");
        }
        if (Files.exists(database())) {
            // an empty folder, a link or a disk that somebody put there stays what it is
            install(files, database());
            return;
        }
        var unfinished = home.resolve("database.unfinished");
        deleteUnfinished(unfinished);
        Files.createDirectory(unfinished, privately(PRIVATE_FOLDER));
        install(files, unfinished);
        Files.move(unfinished, database(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void install(ServerFiles files, Path into) throws IOException {
        var installing = files.install(into)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        try {
            if (!installing.waitFor(5, TimeUnit.MINUTES) || installing.exitValue() != 0) {
                installing.destroy();
                throw new StartRefusedException(
                        "The embedded database could not be made in " + home + ": see " + log());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartRefusedException("Interrupted while the embedded database was made", interrupted);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private void prepare() throws IOException {
        if (Files.exists(database())) {
            refuseForeign(database());
            restrict(database(), PRIVATE_FOLDER);
        }
        for (var folder : new Path[] {temporary(), noFiles()}) {
            Files.createDirectories(folder);
            restrict(folder, PRIVATE_FOLDER);
        }
    }

    /** Somebody else's database would get files of ours that its owner can no longer read. */
    private void refuseForeign(Path database) throws IOException {
        var probe = Files.createTempFile(home, "owner", ".part");
        var self = Files.getOwner(probe);
        Files.delete(probe);
        var owner = Files.getOwner(database);
        if (!owner.equals(self)) {
            throw new StartRefusedException(database + " belongs to " + owner.getName() + ", and this process runs as "
                    + self.getName() + ". Start Karier as " + owner.getName()
                    + ", or give it another folder with KARIER_DATA=/another/folder.");
        }
    }

    private static boolean holdsNothingElse(Path home) throws IOException {
        try (var entries = Files.list(home)) {
            return entries.allMatch(entry -> OURS.contains(entry.getFileName().toString()));
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Never follows a link: what it leads to is not ours. */
    private static void deleteUnfinished(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var entries = Files.walk(folder)) {
            for (var entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (isPosix(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private FileAttribute<?>[] privately(String permissions) {
        return isPosix(home)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileChannel lock(Path home) throws IOException {
        var channel =
                FileChannel.open(home.resolve("karier.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException taken) {
            // another database of this very process: refused like any other
        }
        channel.close();
        throw new StartRefusedException("Another Karier is running on the data folder " + home
                + ". Stop it, or give this one a folder of its own with KARIER_DATA=/another/folder.");
    }
}
