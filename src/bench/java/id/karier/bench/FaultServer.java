package id.karier.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product in a process that is killed and started again, as a supervisor would. */
final class FaultServer implements AutoCloseable {
    static final int PORT = 18199;

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private final String url;
    final Path log;
    private Process process;

    private FaultServer(String url, Path log, Process process) {
        this.url = url;
        this.log = log;
        this.process = process;
    }

    static FaultServer start(String url, Path log) throws IOException, InterruptedException {
        Files.createDirectories(Server.DATA);
        Files.deleteIfExists(log);
        var server = new FaultServer(url, log, launch(url, log));
        server.awaitReady();
        return server;
    }

    private static Process launch(String url, Path log) throws IOException {
        var command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-Dquarkus.profile=demo",
                "-Dkarier.demo.load=false",
                "-Dkarier.data=" + Server.DATA,
                "-Dkarier.limits.requests-per-minute=1000000000",
                "-Dkarier.limits.connections-per-network=2000",
                "-Dkarier.limits.anonymous-requests-per-minute=1000000000",
                "-Dquarkus.log.category.\"karier.request\".level=WARN",
                "-Dquarkus.http.port=" + PORT,
                "-Dquarkus.datasource.jdbc.url=" + url,
                "-Dquarkus.datasource.username=root",
                "-Dquarkus.datasource.password=",
                "-jar",
                "quarkus-run.jar");
        return new ProcessBuilder(command)
                .directory(Path.of("target", "quarkus-app").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!isReady()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IllegalStateException("the product did not start: see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Whether it says that it can serve; false also when it does not answer within a second. */
    static boolean isReady() {
        var ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/q/health/ready"))
                .timeout(Duration.ofSeconds(1))
                .build();
        try {
            return HTTP.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: nothing is told to anybody. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    /** SIGTERM, and how long it took to end. */
    double terminate() throws InterruptedException {
        long begin = System.nanoTime();
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    void again() throws IOException {
        process = launch(url, log);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
