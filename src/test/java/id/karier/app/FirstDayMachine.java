package id.karier.app;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * The machine of the first day: a folder in which the page's commands have made keys and configuration, with which the
 * product then starts, but for the database; what the product says on its console is kept in a file.
 */
public class FirstDayMachine implements QuarkusTestResourceLifecycleManager {
    static final String FOLDER = "test.first-day.folder";
    static final String CONFIGURATION = "config/application.properties";
    static final String CONSOLE = "console.txt";

    private static final String DATABASE = "quarkus.datasource.";
    private static final String SAMPLE = "src/test/resources/samples/profil-pegawai-2000.csv";

    private PrintStream before;

    @Override
    public Map<String, String> start() {
        try {
            var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "first-day-")
                    .toAbsolutePath();
            Files.copy(Path.of(SAMPLE), folder.resolve("profil-pegawai.csv"));
            run(folder, FirstDayPage.read().configuration());
            listen(folder.resolve(CONSOLE));
            var config = new HashMap<>(configuration(folder));
            config.keySet().removeIf(key -> key.startsWith(DATABASE));
            config.put(FOLDER, folder.toString());
            return config;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static Map<String, String> configuration(Path folder) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve(CONFIGURATION))) {
            properties.load(in);
        }
        var config = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(name -> config.put(name, properties.getProperty(name)));
        return config;
    }

    private static void run(Path folder, String commands) throws IOException {
        var shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("making.txt").toFile())
                .start();
        try {
            if (!shell.waitFor(60, TimeUnit.SECONDS) || shell.exitValue() != 0) {
                shell.destroyForcibly();
                throw new IllegalStateException(
                        "the page's configuration is not made: " + Files.readString(folder.resolve("making.txt")));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void listen(Path file) throws IOException {
        before = System.err;
        var copy = Files.newOutputStream(file);
        var both = before;
        System.setErr(new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int letter) throws IOException {
                        both.write(letter);
                        copy.write(letter);
                        copy.flush();
                    }
                },
                true,
                StandardCharsets.UTF_8));
    }

    @Override
    public void stop() {
        if (before != null) {
            System.setErr(before);
        }
    }
}
