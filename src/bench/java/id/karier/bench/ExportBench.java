package id.karier.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Consumer;

/** The whole register of one agency as a file of each format, out of a process whose heap is held: does it flow? */
final class ExportBench {
    private static final String HEAP = "-Xmx256m";
    private static final int CHUNK = 1 << 16;

    private final String url;
    private final Consumer<String[]> table;

    /** @param table takes a row each: measure, figure, what is beside it, ratio */
    ExportBench(String url, Consumer<String[]> table) {
        this.url = url;
        this.table = table;
    }

    void run(String java, String token, long people) throws Exception {
        try (var server = Server.start(java, url, HEAP)) {
            // once without a clock, so that what is compiled and pooled is the same for each
            read("ndjson", token);
            for (var format : List.of("csv", "ndjson", "xlsx")) {
                long before = server.residentMiB();
                var read = read(format, token);
                table.accept(new String[] {
                    "export of %,d people as %s, heap held to 256 MB".formatted(people, format),
                    "first byte after %.2f s, %,.0f people/s, %,d MB"
                            .formatted(read.firstByte(), people / read.seconds(), read.bytes() / 1_000_000),
                    "resident %d MiB before, %d after".formatted(before, server.residentMiB()),
                    ""
                });
            }
        }
    }

    private record Read(double firstByte, double seconds, long bytes) {}

    private static Read read(String format, String token) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + Server.PORT + "/api/v1/exports/employees?format=" + format))
                .header("Authorization", "Bearer " + token)
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("export as " + format + " answered " + answer.statusCode());
        }
        try (InputStream body = answer.body()) {
            long bytes = body.read() < 0 ? 0 : 1;
            double first = (System.nanoTime() - begin) / 1e9;
            var chunk = new byte[CHUNK];
            for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
                bytes += read;
            }
            return new Read(first, (System.nanoTime() - begin) / 1e9, bytes);
        }
    }
}
