package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What can be seen of the migrations without a server; every database test runs them from empty, and OldDatabaseTest from an older state. */
class MigrationTest {
    private static final Path FOLDER = Path.of("src/main/resources/db/migration");
    private static final Path RELEASED = Path.of("src/test/resources/database/migrations-released.txt");
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

    /** Flyway refuses a number that is lower than what a database has had, on every database but a new one. */
    @Test
    void what_is_out_stays_and_what_is_new_comes_after_it() throws IOException {
        assertThat(faults(released(), texts()))
                .as("see src/test/resources/database/migrations-released.txt")
                .isEmpty();
    }

    @Test
    void a_planted_fault_of_each_kind_is_named() {
        var released = Map.of("V0001__a.sql", digest("one"), "V0040__b.sql", digest("two"));
        assertThat(faults(released, Map.of("V0001__a.sql", "one", "V0040__b.sql", "two", "V0041__c.sql", "new")))
                .isEmpty();
        assertThat(faults(released, Map.of("V0001__a.sql", "one", "V0040__b.sql", "two", "V0039__c.sql", "new")))
                .containsExactly("V0039__c.sql comes before V0040__b.sql, which is out: give it a higher number");
        assertThat(faults(released, Map.of("V0001__a.sql", "changed", "V0040__b.sql", "two")))
                .containsExactly("V0001__a.sql is out and was changed: undo that, and add a migration");
        assertThat(faults(released, Map.of("V0001__a.sql", "one")))
                .containsExactly("V0040__b.sql is out and is missing: put it back");
    }

    private static List<String> faults(Map<String, String> released, Map<String, String> texts) {
        var faults = new ArrayList<String>();
        var last = Collections.max(released.keySet());
        new TreeMap<>(released).forEach((name, digest) -> {
            if (!texts.containsKey(name)) {
                faults.add(name + " is out and is missing: put it back");
            } else if (!digest(texts.get(name)).equals(digest)) {
                faults.add(name + " is out and was changed: undo that, and add a migration");
            }
        });
        new TreeMap<>(texts).forEach((name, text) -> {
            if (!released.containsKey(name) && name.substring(0, 5).compareTo(last.substring(0, 5)) <= 0) {
                faults.add(name + " comes before " + last + ", which is out: give it a higher number");
            }
        });
        return faults;
    }

    private static Map<String, String> released() throws IOException {
        return Files.readAllLines(RELEASED).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private static Map<String, String> texts() throws IOException {
        var texts = new TreeMap<String, String>();
        for (var file : files()) {
            texts.put(file.getFileName().toString(), Files.readString(file));
        }
        return texts;
    }

    private static String digest(String text) {
        try {
            var lines = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(lines));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }
}
