package id.karier.app;

import java.io.IOException;
import java.nio.ByteBuffer;
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

/** A file with passwords that only its owner reads, for a process whose every output is shipped somewhere. */
final class PasswordFile {
    private PasswordFile() {}

    /** @throws StartRefusedException when it is there already, or cannot be written */
    static void write(String name, List<String> lines) {
        try {
            var path = Path.of(name);
            var posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            FileAttribute<?>[] closed = posix
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];
            // made anew and never written over: a file that waits there could be somebody else's, or a link
            try (var made = Files.newByteChannel(
                    path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), closed)) {
                made.write(ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException | InvalidPathException failed) {
            throw new StartRefusedException(
                    "Refusing to start: karier.bootstrap.password-file=" + name + " cannot be made ("
                            + failed.getClass().getSimpleName() + "); it must not be there yet",
                    failed);
        }
    }
}
