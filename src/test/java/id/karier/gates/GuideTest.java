package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page that says how a capability is added: each of its steps names a file, an example and a gate, whatever it names is
 * there, and the gate says what the page says it does.
 */
class GuideTest {
    private static final Path GUIDE = Path.of("src/docs/adding-a-capability.md");
    private static final Path CODE = Path.of("src/main/java/id/karier");
    private static final Path GATES = Path.of("src/test/java/id/karier/gates");

    private static final Pattern STEP = Pattern.compile("(?m)^## \\d+\\. ");

    /** {@code employee/number}, {@code kernel/access/Resource}: below the code's root, without an ending. */
    private static final Pattern IN_CODE = Pattern.compile("`([a-z]+(?:/[a-z]+)*/[A-Za-z-]+)`");

    /** From the top of the repository; what a newcomer is to write has {@code mentoring} in its name. */
    private static final Pattern FROM_TOP = Pattern.compile("`((?:src|openapi)/[\\w/.-]+)`");

    private static final Pattern GATE = Pattern.compile("- Left out: `(\\w+Test)\\.(\\w+)` \"(.+)\"");

    /** Two literals that the code joins. */
    private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");

    @Test
    void each_step_names_a_file_an_example_and_a_gate() throws IOException {
        var steps = STEP.split(Files.readString(GUIDE), -1);
        assertThat(steps).hasSizeGreaterThan(12);
        assertThat(Arrays.stream(steps).skip(1).flatMap(step -> unsaid(step).stream()))
                .isEmpty();
        assertThat(unsaid("A planted step\n\n- File: `X`\n- Copy: `Y`\n- Left out: nothing notices it\n"))
                .containsExactly("A planted step: name the gate, - Left out: `SomeTest.some_test` \"its sentence\"");
        assertThat(unsaid("A planted step\n\n- Left out: `ATest.a` \"b\"\n"))
                .containsExactly("A planted step has no line - File:", "A planted step has no line - Copy:");
    }

    private static List<String> unsaid(String step) {
        var title = step.lines().findFirst().orElseThrow();
        var faults = new ArrayList<String>();
        for (var line : List.of("- File:", "- Copy:", "- Left out:")) {
            if (!step.contains("\n" + line)) {
                faults.add(title + " has no line " + line);
            }
        }
        step.lines()
                .filter(line ->
                        line.startsWith("- Left out:") && !GATE.matcher(line).matches())
                .forEach(line ->
                        faults.add(title + ": name the gate, - Left out: `SomeTest.some_test` \"its sentence\""));
        return faults;
    }

    @Test
    void the_files_that_it_names_are_there() throws IOException {
        assertThat(missing(Files.readString(GUIDE))).isEmpty();
        assertThat(missing(
                        "`employee/number`, `kernel/access/Resource`, `src/docs/mentoring.md`, `src/docs/access.md`"))
                .isEmpty();
        assertThat(missing("`employee/Gone`, `src/docs/gone.md`"))
                .containsExactly("employee/Gone is not there", "src/docs/gone.md is not there");
    }

    private static List<String> missing(String guide) {
        var inCode = IN_CODE.matcher(guide)
                .results()
                .map(named -> named.group(1))
                .filter(name -> !name.startsWith("src/") && !name.startsWith("employees/"))
                .filter(name -> !Files.exists(CODE.resolve(name)) && !Files.exists(CODE.resolve(name + ".java")));
        var fromTop = FROM_TOP.matcher(guide)
                .results()
                .map(named -> named.group(1))
                .filter(name -> !name.contains("mentoring") && !Files.exists(Path.of(name)));
        return Stream.concat(inCode, fromTop)
                .map(name -> name + " is not there")
                .toList();
    }

    @Test
    void the_gates_that_it_names_are_there_and_say_what_it_says() throws IOException {
        var guide = Files.readString(GUIDE);
        var code = code();
        assertThat(GATE.matcher(guide).results()).hasSizeGreaterThan(25);
        assertThat(silent(guide, code)).isEmpty();
        assertThat(silent("- Left out: `GoneTest.a` \"words of nobody\"", code))
                .containsExactly("GoneTest.a is not there", "nobody says \"words of nobody\" of GoneTest.a");
        assertThat(silent("- Left out: `GuideTest.no_such_test` \"is not there\"", code))
                .containsExactly("GuideTest.no_such_test is not there");
    }

    private static List<String> silent(String guide, String code) throws IOException {
        var faults = new ArrayList<String>();
        for (var gate : GATE.matcher(guide).results().toList()) {
            var name = gate.group(1) + '.' + gate.group(2);
            var file = GATES.resolve(gate.group(1) + ".java");
            if (!Files.exists(file) || !Files.readString(file).contains(" " + gate.group(2) + "(")) {
                faults.add(name + " is not there");
            }
            var said = Arrays.stream(gate.group(3).split(" … ", -1)).allMatch(code::contains);
            if (!said) {
                faults.add("nobody says \"" + gate.group(3) + "\" of " + name);
            }
        }
        return faults;
    }

    /** All code but this test, with the literals that it joins as one. */
    private static String code() throws IOException {
        try (var main = Files.walk(CODE);
                var gates = Files.walk(GATES)) {
            var text = Stream.concat(main, gates)
                    .filter(file -> file.toString().endsWith(".java") && !file.endsWith("GuideTest.java"))
                    .map(GuideTest::read)
                    .collect(Collectors.joining("\n"));
            return JOINED.matcher(text).replaceAll("").replace("\\\"", "\"");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
