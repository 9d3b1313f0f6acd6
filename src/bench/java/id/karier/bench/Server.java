package id.karier.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product as its users start it, in a process of its own. */
final class Server implements AutoCloseable {
    static final int PORT = 18099;
    static final Path DATA = Path.of(System.getProperty("java.io.tmpdir"), "karier-bench");

    private final Process process;

    /** From the start of the process to the first ready answer. */
    final double secondsToReady;

    private Server(Process process, double secondsToReady) {
        this.process = process;
        this.secondsToReady = secondsToReady;
    }

    static Server start(String java, String url, String... options) throws IOException, InterruptedException {
        var withoutDemo = new ArrayList<>(List.of("-Dkarier.demo.load=false"));
        withoutDemo.addAll(List.of(options));
        return start(Path.of("target", "quarkus-app"), java, url, withoutDemo);
    }

    /** @param app where the product lies that is started */
    static Server start(Path app, String java, String url, List<String> options)
            throws IOException, InterruptedException {
        Files.createDirectories(DATA);
        var command = new ArrayList<>(List.of(
                java,
                "-Dquarkus.profile=demo",
                "-Dkarier.data=" + DATA,
                "-Dkarier.limits.requests-per-minute=1000000000",
                "-Dkarier.limits.connections-per-network=2000",
                "-Dkarier.limits.anonymous-requests-per-minute=1000000000",
                "-Dquarkus.log.level=WARN",
                "-Dquarkus.http.port=" + PORT,
                "-Dquarkus.datasource.jdbc.url=" + url,
                "-Dquarkus.datasource.username=root",
                "-Dquarkus.datasource.password="));
        command.addAll(options);
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        long begin = System.nanoTime();
        var process = new ProcessBuilder(command)
                .directory(app.toFile())
                .redirectErrorStream(true)
                .redirectOutput(DATA.resolve("server.log").toFile())
                .start();
        var ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/q/health/ready"))
                .build();
        while (process.isAlive() && System.nanoTime() - begin < 120_000_000_000L) {
            try {
                var answer = HttpClient.newHttpClient().send(ready, HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() == 200) {
                    return new Server(process, (System.nanoTime() - begin) / 1e9);
                }
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("the server did not start: see " + DATA.resolve("server.log"));
    }

    /** Resident memory in MiB, as Linux counts it. */
    long residentMiB() throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
            }
        }
        return -1;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
