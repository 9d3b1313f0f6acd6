package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A committed file that is printed from code: the test writes today's text into {@code target} and compares. */
final class GeneratedPage {
    private GeneratedPage() {}

    static void assertCommitted(String committed, String today) {
        var file = Path.of(committed);
        var fresh = Path.of("target", "docs", file.getFileName().toString());
        try {
            Files.createDirectories(fresh.getParent());
            Files.writeString(fresh, today);
            var text = Files.exists(file) ? Files.readString(file) : "";
            assertThat(text)
                    .withFailMessage("%s is not what the code says today. Refresh it with: cp %s %s", file, fresh, file)
                    .isEqualTo(today);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
