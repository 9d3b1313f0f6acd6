package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody meets a missing sentence: every bundle says the same things in Indonesian and in English. */
class MessagesTest {
    private static final Pattern NAMED_BUNDLE =
            Pattern.compile("FieldError\\.in\\(\\s*\"(\\w+)\"|String BUNDLE = \"(\\w+)\"");
    private static final Pattern NAMED_SENTENCE = Pattern.compile("saying\\([^\"]*\"(\\w+)\\.([\\w.]*\\w)\"");
    private static final Pattern FIGURE = Pattern.compile("\\{(\\d+)");
    private static final Path BUNDLES = Path.of("src/main/resources/messages");

    static Stream<String> bundles() throws IOException {
        try (var files = Files.list(BUNDLES)) {
            return files
                    .map(f -> f.getFileName().toString().replace(".properties", ""))
                    .filter(name -> !name.endsWith("_en"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void the_bundles_are_those_that_the_list_of_codes_reads() throws IOException {
        assertThat(Messages.BUNDLES)
                .as("kernel/Messages.BUNDLES names every bundle")
                .isEqualTo(bundles().toList());
    }

    @Test
    void every_error_code_has_a_title_and_a_sentence() {
        var problems = read("problem");
        for (var code : ErrorCode.values()) {
            assertThat(problems).containsKeys(code.name() + ".title", code.name() + ".detail");
        }
    }

    @Test
    void no_title_outlives_its_error_code() {
        for (var key : read("problem").stringPropertyNames()) {
            if (key.endsWith(".title") || key.endsWith(".detail")) {
                assertThat(ErrorCode.valueOf(key.substring(0, key.indexOf('.'))))
                        .isNotNull();
            }
        }
    }

    /** What the code can see it says: bundles by name, and whole sentences by key. */
    @Test
    void every_sentence_that_the_code_names_is_there() throws IOException {
        var missing = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                var code = Files.readString(file);
                NAMED_BUNDLE
                        .matcher(code)
                        .results()
                        .map(r -> r.group(1) == null ? r.group(2) : r.group(1))
                        .filter(b -> !Files.exists(BUNDLES.resolve(b + ".properties")))
                        .forEach(b -> missing.add(file + " speaks from the bundle " + b));
                NAMED_SENTENCE
                        .matcher(code)
                        .results()
                        .filter(r -> !read(r.group(1)).containsKey(r.group(2)))
                        .forEach(r -> missing.add(file + " says " + r.group(1) + "." + r.group(2)));
            }
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void both_languages_have_the_same_sentences(String bundle) {
        assertThat(new TreeSet<>(read(bundle + "_en").stringPropertyNames()))
                .isEqualTo(new TreeSet<>(read(bundle).stringPropertyNames()));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void both_languages_use_the_same_figures(String bundle) {
        var english = read(bundle + "_en");
        var indonesian = read(bundle);
        for (var key : indonesian.stringPropertyNames()) {
            assertThat(figures(english.getProperty(key)))
                    .as("figures of %s in %s", key, bundle)
                    .isEqualTo(figures(indonesian.getProperty(key)));
        }
    }

    /** A sentence that skips a figure has the same highest one as a sentence that tells them all. */
    @Test
    void a_figure_that_is_left_out_is_noticed() {
        assertThat(figures("{0} dari {1}")).containsExactly(0, 1);
        assertThat(figures("of {1}")).containsExactly(1);
        assertThat(figures("{0,number} {1,choice,0#none|1#one of {2}}")).containsExactly(0, 1, 2);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_sentence_is_a_message_format(String bundle) {
        for (var name : new String[] {bundle, bundle + "_en"}) {
            read(name)
                    .forEach((key, sentence) -> assertThatCode(() -> new MessageFormat(String.valueOf(sentence)))
                            .as("%s of %s", key, name)
                            .doesNotThrowAnyException());
        }
    }

    /** A lone apostrophe swallows what follows it, figures included. */
    @ParameterizedTest
    @MethodSource("bundles")
    void no_sentence_is_cut_by_an_apostrophe(String bundle) {
        for (var name : new String[] {bundle, bundle + "_en"}) {
            read(name)
                    .forEach((key, sentence) -> assertThat(
                                    String.valueOf(sentence).replace("''", ""))
                            .as("%s of %s: write an apostrophe twice", key, name)
                            .doesNotContain("'"));
        }
    }

    /** Which figures a sentence tells, by their numbers; also those within a choice. */
    private static Set<Integer> figures(String sentence) {
        return FIGURE.matcher(sentence)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(String bundle) {
        try (var reader = Files.newBufferedReader(BUNDLES.resolve(bundle + ".properties"))) {
            var properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
