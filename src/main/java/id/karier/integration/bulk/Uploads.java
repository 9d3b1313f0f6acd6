package id.karier.integration.bulk;

import id.karier.integration.bulk.format.Format;
import id.karier.integration.bulk.format.Spreadsheet;
import id.karier.integration.bulk.format.WindowsText;
import id.karier.integration.siasn.ProfileFile;
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
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * Receives a body into a file without ever holding it in memory, and refuses at once what no import could read: too
 * large, empty, another format than it says, a web page, UTF-16, any other encoding than UTF-8. A spreadsheet becomes CSV, and
 * CSV of Windows becomes UTF-8 where it can be told.
 */
@ApplicationScoped
class Uploads {
    private static final int CHUNK = 1 << 16;
    private static final int SHEET_PATIENCE_SECONDS = 20;

    /** Bytes of a CSV that are not worth a look, however small the spreadsheet was. */
    private static final long ALWAYS_FINE = 4_000_000;

    private final ImportConfig config;

    /** The texts of one spreadsheet at a time are held in memory. */
    private final Semaphore sheets = new Semaphore(1);

    private @Nullable Path folder;

    Uploads(ImportConfig config) {
        this.config = config;
    }

    /** @throws ProblemException 400 unless a form has one file, in its part */
    static FileUpload onlyFile(List<FileUpload> files) {
        if (files.size() > 1) {
            throw new ProblemException(ErrorCode.VALIDATION_FAILED, FieldError.in("imports", "file", "ONE_FILE"));
        }
        return files.stream()
                .filter(sent -> sent.name().equals("file"))
                .findFirst()
                .orElseThrow(
                        () -> new ProblemException(ErrorCode.VALIDATION_FAILED, FieldError.of("file", "NOT_NULL")));
    }

    /**
     * Takes a body to its end.
     *
     * @param announced the length that the client says, or a negative number
     * @throws ProblemException 400, 413 or 415 for what cannot be read
     */
    Upload receive(InputStream body, long announced, Format format) {
        boolean isSheet = format == Format.XLSX;
        long limit = isSheet ? config.sheetBytes() : config.maxBytes();
        if (announced > limit) {
            throw new ProblemException(ErrorCode.BODY_TOO_LARGE);
        }
        long[] foreignLine = {0};
        var received = inNewFile(file -> {
            try (var out = Files.newOutputStream(file)) {
                var reception = new Reception(file, limit, !isSheet, format == Format.CSV);
                var upload = reception.take(body, out);
                foreignLine[0] = reception.foreignLine;
                return upload;
            }
        });
        if (foreignLine[0] > 0) {
            return toUtf8(received, foreignLine[0]);
        }
        return isSheet ? toCsv(received) : received;
    }

    /** What is no UTF-8 may be Windows' text, if that can be told. */
    private Upload toUtf8(Upload received, long foreignLine) {
        try (received) {
            return inNewFile(text -> {
                if (!WindowsText.toUtf8(received.file(), text)) {
                    throw Reception.encoding("ENCODING_NOT_UTF8", foreignLine);
                }
                return new Upload(text, received.sha256(), received.bytes(), received.lines(), WindowsText.NAME, null);
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Upload toCsv(Upload received) {
        try (received) {
            if (!sheets.tryAcquire(SHEET_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw ProblemException.retryLater(ErrorCode.UNAVAILABLE, SHEET_PATIENCE_SECONDS, null);
            }
            try {
                var limits = new Spreadsheet.Limits(
                        config.maxBytes(), config.sheetTexts(), config.sheetColumns(), csvBytes(received.bytes()));
                return inNewFile(csv -> {
                    var found = Spreadsheet.toCsv(received.file(), csv, limits, ProfileFile::isHeader);
                    return new Upload(csv, received.sha256(), received.bytes(), found.lines(), null, found);
                });
            } finally {
                sheets.release();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw ProblemException.retryLater(ErrorCode.UNAVAILABLE, SHEET_PATIENCE_SECONDS, stopping);
        }
    }

    private long csvBytes(long sheet) {
        return Math.min(config.maxBytes(), Math.max(ALWAYS_FINE, sheet * config.sheetGrowth()));
    }

    private interface Filling {
        Upload fill(Path file) throws IOException;
    }

    /** A file that nobody will close is deleted here. */
    private Upload inNewFile(Filling filling) {
        Path file = null;
        try {
            file = Files.createTempFile(folder(), "karier-import-", ".part");
            return filling.fill(file);
        } catch (IOException failed) {
            delete(file);
            throw new UncheckedIOException(failed);
        } catch (RuntimeException refused) {
            delete(file);
            throw refused;
        }
    }

    /** Of this process alone: nobody else reads or replaces what lies in it. */
    private synchronized Path folder() throws IOException {
        if (folder == null || !Files.isDirectory(folder)) {
            folder = Files.createTempDirectory("karier-uploads-");
            folder.toFile().deleteOnExit();
        }
        return folder;
    }

    private static void delete(@Nullable Path file) {
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
        private final boolean isText;
        private final MessageDigest digest = sha256();
        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        private final ByteBuffer undecoded = ByteBuffer.allocate(CHUNK + 8);
        private final CharBuffer decoded = CharBuffer.allocate(CHUNK + 8);
        private final boolean mayBeForeign;
        private long bytes;
        private long lines;

        /** Line of the first byte that is no UTF-8; 0 for none. */
        private long foreignLine;

        /** @param mayBeForeign whether it is to be received to its end although it is no UTF-8 */
        Reception(Path file, long limit, boolean isText, boolean mayBeForeign) {
            this.file = file;
            this.limit = limit;
            this.isText = isText;
            this.mayBeForeign = mayBeForeign;
        }

        Upload take(InputStream body, OutputStream out) throws IOException {
            var chunk = new byte[CHUNK];
            for (int read = fill(body, chunk); read > 0; read = fill(body, chunk)) {
                if (bytes == 0) {
                    refuseForeign(isText, chunk, read);
                }
                bytes += read;
                if (bytes > limit) {
                    throw new ProblemException(ErrorCode.BODY_TOO_LARGE);
                }
                digest.update(chunk, 0, read);
                if (isText) {
                    decode(chunk, read);
                }
                out.write(chunk, 0, read);
            }
            if (foreignLine == 0) {
                undecoded.flip();
            }
            if (foreignLine == 0 && undecoded.hasRemaining()) {
                foreignLine = lines + 1;
            }
            if (foreignLine > 0 && !mayBeForeign) {
                throw encoding("ENCODING_NOT_UTF8", foreignLine);
            }
            if (bytes == 0) {
                throw new ProblemException(ErrorCode.VALIDATION_FAILED, FieldError.in("imports", "", "FILE_EMPTY"));
            }
            return new Upload(file, HexFormat.of().formatHex(digest.digest()), bytes, lines, null, null);
        }

        /** As much as fits, so that a sequence of bytes is seldom cut. */
        private static int fill(InputStream body, byte[] chunk) throws IOException {
            return body.readNBytes(chunk, 0, chunk.length);
        }

        private void decode(byte[] chunk, int read) {
            if (foreignLine > 0) {
                for (int i = 0; i < read; i++) {
                    lines += chunk[i] == '\n' ? 1 : 0;
                }
                return;
            }
            undecoded.put(chunk, 0, read).flip();
            decoded.clear();
            var outcome = decoder.decode(undecoded, decoded, false);
            decoded.flip();
            while (decoded.hasRemaining()) {
                if (decoded.get() == '\n') {
                    lines++;
                }
            }
            if (outcome.isError() && !mayBeForeign) {
                throw encoding("ENCODING_NOT_UTF8", lines + 1);
            }
            if (outcome.isError()) {
                foreignLine = lines + 1;
                while (undecoded.hasRemaining()) {
                    lines += undecoded.get() == '\n' ? 1 : 0;
                }
                return;
            }
            undecoded.compact();
        }

        private static void refuseForeign(boolean isText, byte[] first, int read) {
            int a = first[0] & 0xff;
            int b = read > 1 ? first[1] & 0xff : 0;
            boolean isZip = a == 'P' && b == 'K';
            if (isText && isZip) {
                throw encoding("SPREADSHEET", 1);
            }
            if (a == 0xd0 && b == 0xcf) {
                throw encoding("SPREADSHEET_OLD", 1);
            }
            if (!isText && !isZip) {
                throw encoding("NO_SPREADSHEET", 1);
            }
            if (isText && isPage(first, read)) {
                throw encoding("WEB_PAGE", 1);
            }
            boolean isWide = (a == 0xff && b == 0xfe) || (a == 0xfe && b == 0xff);
            for (int i = 0; i < Math.min(read, 1024); i++) {
                isWide |= first[i] == 0;
            }
            if (isText && isWide) {
                throw encoding("ENCODING_UTF16", 1);
            }
        }

        /** Many programs write a web page and call it a spreadsheet. */
        private static boolean isPage(byte[] first, int read) {
            int at = 0;
            while (at < read && (first[at] <= ' ' && first[at] >= 0 || (first[at] & 0xff) >= 0xbb)) {
                at++;
            }
            return at < read && first[at] == '<';
        }

        static ProblemException encoding(String code, long line) {
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
