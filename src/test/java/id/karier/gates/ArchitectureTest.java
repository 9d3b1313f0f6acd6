package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Fails the build on what {@link Floors} and {@link ArchitectureRules} refuse, and proves that each of them bites. */
class ArchitectureTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path PLANTED = Path.of("src/test/planted");
    private static final JavaClasses CODE = new ClassFileImporter().importPath(Path.of("target/classes"));

    @TestFactory
    Stream<DynamicTest> the_code_keeps() {
        return ArchitectureRules.ALL.stream()
                .map(r -> dynamicTest("no " + r.name(), () -> r.rule().check(CODE)));
    }

    /** A rule that nothing can break checks nothing. */
    @TestFactory
    Stream<DynamicTest> a_planted_violation_is_caught() throws IOException {
        var planted = new ClassFileImporter().importPath(compile(PLANTED));
        return ArchitectureRules.ALL.stream()
                .map(r -> dynamicTest(r.planted(), () -> {
                    var report = r.rule().evaluate(planted).getFailureReport();
                    assertThat(report.getDetails()).anyMatch(d -> d.contains("." + r.planted()));
                }));
    }

    @Test
    void what_a_resource_inherits_is_held_to_the_same_rules() throws IOException {
        var planted = new ClassFileImporter().importPath(compile(PLANTED));
        assertThat(ArchitectureRules.ALL)
                .filteredOn(r -> Set.of("UnguardedResource", "LeakingResource").contains(r.planted()))
                .flatMap(r -> r.rule().evaluate(planted).getFailureReport().getDetails())
                .anyMatch(d -> d.contains("UnguardedRegisterResource.list needs @Access"))
                .anyMatch(d -> d.contains("LeakingRegisterResource names an action"))
                .anyMatch(d -> d.contains("LeakingRegisterResource inherits methods that tell"));
    }

    @Test
    void the_table_has_no_circle() {
        for (var slice : Floors.TABLE) {
            assertThat(reachable(slice, new HashSet<>()))
                    .as("what %s reaches sideways", slice.name())
                    .doesNotContain(slice);
        }
    }

    @Test
    void the_table_names_each_package_once() {
        assertThat(Floors.TABLE).extracting(Floors.Slice::name).doesNotHaveDuplicates();
    }

    @Test
    void every_exception_is_still_needed() {
        for (var name : ArchitectureRules.PERSISTENCE_EXCEPTIONS.keySet()) {
            assertThat(ArchitectureRules.persistence(CODE.get(name))).as(name).isNotEmpty();
        }
        for (var name : ArchitectureRules.SQL_EXCEPTIONS.keySet()) {
            assertThat(ArchitectureRules.sql(CODE.get(name))).as(name).isNotEmpty();
        }
    }

    @Test
    void no_file_is_too_long() throws IOException {
        var tooLong = new ArrayList<String>();
        try (var files = Files.walk(MAIN)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                int limit = limit(file.getFileName().toString());
                long lines = Files.readAllLines(file).size();
                if (lines > limit) {
                    tooLong.add("%s has %d lines, at most %d: does the slice want splitting?"
                            .formatted(file, lines, limit));
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void the_page_is_printed_from_the_table() {
        GeneratedPage.assertCommitted("src/docs/architecture.md", Floors.page());
    }

    private static int limit(String file) {
        if (file.endsWith("Resource.java")) {
            return 220;
        }
        return file.endsWith("Rules.java") ? 250 : 400;
    }

    private static Set<Floors.Slice> reachable(Floors.Slice from, Set<Floors.Slice> found) {
        for (var name : from.sideways()) {
            var to = Floors.named(name);
            assertThat(to.floor()).as("%s → %s is sideways", from.name(), name).isEqualTo(from.floor());
            if (found.add(to)) {
                reachable(to, found);
            }
        }
        return found;
    }

    /** Compiled here and not by Maven, so that the application under test never sees these classes. */
    private static Path compile(Path sources) throws IOException {
        var output = Files.createDirectories(Path.of("target/planted"));
        var arguments = new ArrayList<>(List.of("-proc:none", "-d", output.toString()));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        try (var files = Files.walk(sources)) {
            arguments.addAll(
                    files.map(Path::toString).filter(f -> f.endsWith(".java")).collect(Collectors.toList()));
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .as("planted violations compile")
                .isZero();
        return output;
    }
}
