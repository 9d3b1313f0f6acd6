package id.karier.integration.bulk;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Receives a body into a file without ever holding it in memory, and refuses at once what no import could read: too
 * large, empty, a spreadsheet, UTF-16, any other encoding than UTF-8.
 */
@ApplicationScoped
class Uploads {
    private static final int CHUNK = 1 << 16;

    private final ImportConfig config;

    Uploads(ImportConfig config) {
        this.config = config;
    }

    /** @param announced the length that the client says, or a negative number */
    Upload receive(InputStream body, long announced) {
        if (announced > config.maxBytes()) {
            throw new ProblemException(ErrorCode.BODY_TOO_LARGE);
        }
        Path file = null;
        try {
            file = Files.createTempFile("karier-import-", ".part");
            try (var out = Files.newOutputStream(file)) {
                return new Reception(file, config.maxBytes()).take(body, out);
            }
        } catch (IOException failed) {
            delete(file);
            throw new UncheckedIOException(failed);
        } catch (RuntimeException refused) {
            delete(file);
            throw refused;
        }
    }

    private static void delete(@org.jspecify.annotations.Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException leftBehind) {
            file.toFile().deleteOnExit();
        }
    }

    /** One body on its way into a file. */
    private static final class Reception {
        private final Path file;
        private final long limit;
        private final MessageDigest digest = sha256();
        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        private final ByteBuffer undecoded = ByteBuffer.allocate(CHUNK + 8);
        private final CharBuffer decoded = CharBuffer.allocate(CHUNK + 8);
        private long bytes;
        private long lines;

        Reception(Path file, long limit) {
            this.file = file;
            this.limit = limit;
        }

        Upload take(InputStream body, OutputStream out) throws IOException {
            var chunk = new byte[CHUNK];
            for (int read = fill(body, chunk); read > 0; read = fill(body, chunk)) {
                if (bytes == 0) {
                    refuseForeign(chunk, read);
                }
                bytes += read;
                if (bytes > limit) {
                    throw new ProblemException(ErrorCode.BODY_TOO_LARGE);
                }
                digest.update(chunk, 0, read);
                decode(chunk, read);
                out.write(chunk, 0, read);
            }
            undecoded.flip();
            if (undecoded.hasRemaining()) {
                throw encoding("ENCODING_NOT_UTF8", lines + 1);
            }
            if (bytes == 0) {
                throw new ProblemException(ErrorCode.VALIDATION_FAILED, FieldError.in("imports", "", "FILE_EMPTY"));
            }
            return new Upload(file, HexFormat.of().formatHex(digest.digest()), bytes, lines);
        }

        /** As much as fits, so that a sequence of bytes is seldom cut. */
        private static int fill(InputStream body, byte[] chunk) throws IOException {
            return body.readNBytes(chunk, 0, chunk.length);
        }

        private void decode(byte[] chunk, int read) {
            undecoded.put(chunk, 0, read).flip();
            decoded.clear();
            var outcome = decoder.decode(undecoded, decoded, false);
            decoded.flip();
            while (decoded.hasRemaining()) {
                if (decoded.get() == '\n') {
                    lines++;
                }
            }
            if (outcome.isError()) {
                throw encoding("ENCODING_NOT_UTF8", lines + 1);
            }
            undecoded.compact();
        }

        private static void refuseForeign(byte[] first, int read) {
            int a = read > 0 ? first[0] & 0xff : 0;
            int b = read > 1 ? first[1] & 0xff : 0;
            boolean wide = (a == 0xff && b == 0xfe) || (a == 0xfe && b == 0xff);
            for (int i = 0; i < Math.min(read, 1024); i++) {
                wide |= first[i] == 0;
            }
            if (a == 'P' && b == 'K') {
                throw encoding("SPREADSHEET", 1);
            }
            if (wide) {
                throw encoding("ENCODING_UTF16", 1);
            }
        }

        private static ProblemException encoding(String code, long line) {
            return new ProblemException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE, FieldError.in("imports", "", code, String.valueOf(line)));
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
