package id.karier.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between the product and MySQL and, each so many commits, ends the connection right after it has handed the COMMIT
 * to the server: the server commits, and nobody hears of it.
 */
final class CutProxy implements AutoCloseable {
    private static final byte COM_QUERY = 3;
    private static final int HEADER = 4;
    private static final int ATTRIBUTE_COUNTS = 2;
    private static final String COMMIT = "commit";

    private final ServerSocket entrance;
    private final int server;
    private final int every;
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile boolean armed;

    private CutProxy(ServerSocket entrance, int server, int every) {
        this.entrance = entrance;
        this.server = server;
        this.every = every;
    }

    static CutProxy start(int server, int every) throws IOException {
        var proxy = new CutProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server, every);
        start("entrance", proxy::accept);
        return proxy;
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** From now on; what starts the product is let alone. */
    void arm() {
        armed = true;
    }

    int cuts() {
        return cuts.get();
    }

    private interface Piping {
        void run() throws IOException;
    }

    private static void start(String name, Piping work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException ended) {
                        // one side has gone, as it may at any time
                    }
                },
                "proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (!entrance.isClosed()) {
            var client = entrance.accept();
            var database = new Socket(InetAddress.getLoopbackAddress(), server);
            client.setTcpNoDelay(true);
            database.setTcpNoDelay(true);
            start("up", () -> up(client, database));
            start("down", () -> {
                try (client;
                        database) {
                    database.getInputStream().transferTo(client.getOutputStream());
                }
            });
        }
    }

    /** Reads whole packets of the protocol, so that a COMMIT is known however the bytes arrive. */
    private void up(Socket client, Socket database) throws IOException {
        try (client;
                database) {
            var in = client.getInputStream();
            var out = database.getOutputStream();
            while (true) {
                var packet = packet(in);
                boolean cut = armed && isCommit(packet) && commits.incrementAndGet() % every == 0;
                if (cut) {
                    client.shutdownOutput();
                    client.close();
                }
                out.write(packet);
                out.flush();
                if (cut) {
                    cuts.incrementAndGet();
                    awaitAnswer(database, out);
                    return;
                }
            }
        }
    }

    /** The server is let alone until it has committed: an end that it sees earlier would roll back. */
    private static void awaitAnswer(Socket database, OutputStream out) throws IOException {
        try {
            Thread.sleep(200);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        out.close();
        database.close();
    }

    /** The text of the statement is the end of its packet; the counts of its attributes may stand before it. */
    private static boolean isCommit(byte[] packet) {
        int text = packet.length - COMMIT.length();
        return text > HEADER
                && text <= HEADER + 1 + ATTRIBUTE_COUNTS
                && packet[HEADER] == COM_QUERY
                && new String(packet, text, COMMIT.length(), java.nio.charset.StandardCharsets.US_ASCII)
                        .equalsIgnoreCase(COMMIT);
    }

    private static byte[] packet(InputStream in) throws IOException {
        var head = in.readNBytes(HEADER);
        if (head.length < HEADER) {
            throw new IOException("ended");
        }
        int length = (head[0] & 0xff) | (head[1] & 0xff) << 8 | (head[2] & 0xff) << 16;
        var packet = java.util.Arrays.copyOf(head, HEADER + length);
        if (in.readNBytes(packet, HEADER, length) < length) {
            throw new IOException("ended");
        }
        return packet;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
