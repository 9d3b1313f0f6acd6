package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be seen of the migrations without a server; every database test runs them from empty. */
class MigrationTest {
    private static final Path FOLDER = Path.of("src/main/resources/db/migration");
    private static final Pattern NAME = Pattern.compile("V(\\d{4})__[a-z][a-z_]*\\.sql");
    private static final Pattern TABLE = Pattern.compile("create table (\\S+)", Pattern.CASE_INSENSITIVE);

    @Test
    void names_say_their_number_and_slice() throws IOException {
        assertThat(files())
                .extracting(f -> f.getFileName().toString())
                .allMatch(n -> NAME.matcher(n).matches());
    }

    @Test
    void numbers_are_unique() throws IOException {
        assertThat(files())
                .extracting(f -> f.getFileName().toString().substring(0, 5))
                .doesNotHaveDuplicates();
    }

    /** Table names are case-sensitive on Linux and not elsewhere. */
    @Test
    void table_names_are_lower_case() throws IOException {
        for (var file : files()) {
            var matcher = TABLE.matcher(Files.readString(file));
            while (matcher.find()) {
                assertThat(matcher.group(1))
                        .as(file.toString())
                        .isEqualTo(matcher.group(1).toLowerCase(Locale.ROOT));
            }
        }
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }
}
