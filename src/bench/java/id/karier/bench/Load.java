package id.karier.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/** A bounded load on loopback over kept-alive connections; cheap itself, because it shares the machine. */
final class Load {
    private Load() {}

    /** What a run came to. */
    record Figures(double perSecond, double medianMillis, double p99Millis, int errors) {}

    /**
     * @param request the n-th request of a connection, whole: head and body
     * @param seconds how long, after an unmeasured third of that to warm up
     */
    static Figures run(int port, int connections, int seconds, IntFunction<String> request)
            throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(connections);
        try {
            long begin = System.nanoTime() + seconds * 333_000_000L;
            long end = begin + seconds * 1_000_000_000L;
            var work = new Callable<?>[connections];
            for (int c = 0; c < connections; c++) {
                int offset = c * 1_000_003;
                work[c] = () -> connection(port, begin, end, n -> request.apply(offset + n));
            }
            var nanos = new long[0];
            int errors = 0;
            for (var future : pool.invokeAll(Arrays.stream(work)
                    .map(w -> (Callable<Samples>) () -> (Samples) w.call())
                    .toList())) {
                var samples = future.get();
                int old = nanos.length;
                nanos = Arrays.copyOf(nanos, old + samples.count);
                System.arraycopy(samples.nanos, 0, nanos, old, samples.count);
                errors += samples.errors;
            }
            Arrays.sort(nanos);
            return new Figures(
                    nanos.length / (double) seconds,
                    nanos[nanos.length / 2] / 1e6,
                    nanos[(int) (nanos.length * 0.99)] / 1e6,
                    errors);
        } finally {
            pool.shutdownNow();
        }
    }

    private static final class Samples {
        private long[] nanos = new long[4096];
        private int count;
        private int errors;

        void add(long value) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = value;
        }
    }

    private static Samples connection(int port, long begin, long end, IntFunction<String> request) throws IOException {
        var samples = new Samples();
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream(), 65536);
            var out = socket.getOutputStream();
            for (int n = 0; System.nanoTime() < end; n++) {
                var bytes = request.apply(n).getBytes(StandardCharsets.UTF_8);
                long sent = System.nanoTime();
                out.write(bytes);
                int status = answer(in);
                long now = System.nanoTime();
                if (sent >= begin && now <= end) {
                    samples.add(now - sent);
                    samples.errors += status >= 200 && status < 300 ? 0 : 1;
                }
            }
        }
        return samples;
    }

    /** Reads one answer with a length or in chunks to its end. */
    private static int answer(InputStream in) throws IOException {
        var head = line(in);
        int status = Integer.parseInt(head.substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var lower = line.toLowerCase(java.util.Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding: chunked");
        }
        if (chunked) {
            for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
                in.skipNBytes(size + 2L);
            }
            line(in);
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("connection ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
