package id.karier.jobs;

import id.karier.kernel.data.FieldCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The input of a job in parts of at most one megabyte, compressed, and sealed because people's data is in it. */
@ApplicationScoped
class Inputs {
    private static final int PART = 1 << 20;

    private final ClaimQueries claims;
    private final FieldCipher cipher;

    Inputs(ClaimQueries claims, FieldCipher cipher) {
        this.claims = claims;
        this.cipher = cipher;
    }

    void store(UUID job, JobOrder.Input input) {
        try (var in = input.open();
                var parts = new GZIPOutputStream(new Parts(job), 1 << 16)) {
            in.transferTo(parts);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    InputStream open(UUID job) {
        try {
            return new GZIPInputStream(new Stored(job), 1 << 16);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String place(int part) {
        return "job_inputs.content/" + part;
    }

    private final class Parts extends OutputStream {
        private final UUID job;
        private final ByteArrayOutputStream part = new ByteArrayOutputStream(PART);
        private int number;

        Parts(UUID job) {
            this.job = job;
        }

        @Override
        public void write(int value) {
            part.write(value);
            flushFull();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            part.write(bytes, offset, length);
            flushFull();
        }

        private void flushFull() {
            if (part.size() >= PART) {
                send();
            }
        }

        private void send() {
            claims.insertPart(job, number, cipher.sealBytes(place(number), job, part.toByteArray()));
            number++;
            part.reset();
        }

        @Override
        public void close() {
            if (part.size() > 0) {
                send();
            }
        }
    }

    private final class Stored extends InputStream {
        private final UUID job;
        private byte @Nullable [] part = new byte[0];
        private int number;
        private int at;

        Stored(UUID job) {
            this.job = job;
        }

        @Override
        public int read() {
            var bytes = current();
            return bytes == null ? -1 : bytes[at++] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            var bytes = current();
            if (bytes == null) {
                return -1;
            }
            int count = Math.min(length, bytes.length - at);
            System.arraycopy(bytes, at, buffer, offset, count);
            at += count;
            return count;
        }

        @Override
        public int available() {
            var bytes = current();
            return bytes == null ? 0 : bytes.length - at;
        }

        private byte @Nullable [] current() {
            if (part != null && at == part.length) {
                var sealed = claims.part(job, number);
                part = sealed == null ? null : cipher.openBytes(place(number), job, sealed);
                number++;
                at = 0;
            }
            return part;
        }
    }
}
