package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page that says where a new capability goes names what there is to copy and to fill in. */
class GuideTest {
    private static final Path GUIDE = Path.of("src/docs/adding-a-capability.md");
    private static final Path CODE = Path.of("src/main/java/id/karier");
    private static final Path GATES = Path.of("src/test/java/id/karier/gates");

    /** {@code employee/EmployeeRules}, {@code kernel/access/Resource}: below the code's root, without an ending. */
    private static final Pattern IN_CODE = Pattern.compile("`((?:employee|history|kernel)/[\\w/]+)`");

    private static final Pattern IN_GATES = Pattern.compile("`((?:\\w+Test|Matrix\\w+|Floors))\\b[.\\w]*`");

    @Test
    void what_it_tells_to_copy_is_there() throws IOException {
        var guide = Files.readString(GUIDE);
        assertThat(IN_CODE.matcher(guide).results().map(named -> CODE.resolve(named.group(1))))
                .hasSizeGreaterThan(8)
                .allMatch(path -> Files.exists(path) || Files.exists(Path.of(path + ".java")));
    }

    @Test
    void the_gates_that_it_names_are_there() throws IOException {
        var guide = Files.readString(GUIDE);
        assertThat(IN_GATES.matcher(guide).results().map(GuideTest::file))
                .hasSizeGreaterThan(6)
                .allMatch(Files::exists);
    }

    private static Path file(MatchResult named) {
        return GATES.resolve(named.group(1) + ".java");
    }
}
