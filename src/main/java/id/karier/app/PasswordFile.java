package id.karier.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file with passwords that only its owner reads, for a process whose every output is shipped somewhere. All passwords of
 * one start go into the same file, which stays open meanwhile, so that nobody puts another in its place.
 */
final class PasswordFile implements AutoCloseable {
    private final String name;
    private @Nullable SeekableByteChannel file;

    PasswordFile(String name) {
        this.name = name;
    }

    /** @throws StartRefusedException when it was there before this start, or cannot be written */
    void write(List<String> lines) {
        try {
            var open = file == null ? made() : file;
            file = open;
            var rest = ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            while (rest.hasRemaining()) {
                open.write(rest);
            }
        } catch (IOException | InvalidPathException failed) {
            throw new StartRefusedException(
                    "Refusing to start: karier.bootstrap.password-file=" + name + " cannot be made ("
                            + failed.getClass().getSimpleName() + "); it must not be there yet",
                    failed);
        }
    }

    /** Made anew and never written over: a file that waits there could be somebody else's, or a link. */
    private SeekableByteChannel made() throws IOException {
        var posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] closed = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        return Files.newByteChannel(
                Path.of(name), Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), closed);
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException failed) {
            throw new StartRefusedException(
                    "karier.bootstrap.password-file=" + name + " was not written whole", failed);
        }
    }
}
