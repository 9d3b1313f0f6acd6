package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.karier.rules.ConfidenceMark;
import id.karier.rules.LegalBasis;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSetDocuments;
import id.karier.rules.RuleSetKind;
import id.karier.rules.RuleSets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleSetDocTest {
    private static final RuleSets NATIONAL = RuleSets.national();

    @Test
    void the_page_is_printed_from_the_rule_sets() {
        GeneratedPage.assertCommitted("src/docs/rule-sets.md", page());
    }

    private static String page() {
        var page = new StringBuilder();
        page.append("""
                # The law as data

                Printed from `src/main/resources/rules`; `RuleSetDocTest` fails when this page differs from it. Why it is so:
                [ADR 0101](decisions/0101-the-law-is-data-and-agencies-choose-parts.md),
                [ADR 0110](decisions/0110-a-mended-reading-is-a-revision.md), and
                [ADR 0102](decisions/0102-how-eligibility-is-dated.md) for the doubts.

                ## A new version of the law

                1. Copy the newest file of its kind in `src/main/resources/rules/{KIND}` to `{VERSION}.json`; give the old one its
                   `effectiveTo`, the new one its `enactedOn`, `effectiveFrom`, `legalBasis`, `mark` and `marks`. The figures of a
                   file that was in force change only when the same law was misread, and then with the next `revision`
                   ([ADR 0110](decisions/0110-a-mended-reading-is-a-revision.md)): results name both.
                2. Name it in `src/main/resources/rules/index` and, with its revision and the fingerprint that the test prints, in
                   `src/test/resources/rule-set-fingerprints`; a mended document also goes to `src/test/resources/rules-mended`.
                3. Give `src/test/resources/worked-examples.json` its examples, and the kind's `*RulesTest` a row for each cell
                   that changed. `POST /rule-sets/{kind}/simulations` says [beforehand](simulations.md) whom it touches.

                What an agency may choose itself, it proposes (`ADMIN`) and approves (`PIMPINAN`) over HTTP: `POST /rule-sets/{kind}`,
                then `POST /rule-sets/{kind}/{version}/approval`. Its version ends with the national one that it was made from;
                where there is none, the national version counts.

                ## Versions

                | kind | version | revision | enacted | in force | regulation | confidence | an agency may change |
                |---|---|---|---|---|---|---|---|
                """);
        for (var kind : RuleSetKind.values()) {
            NATIONAL.all(kind, null).forEach(version -> page.append(row(version)));
        }
        page.append("""

                ## Where the law is published, and where its figures were seen

                The address is the regulation's official place: its page at peraturan.bpk.go.id, else the issuer's JDIH. What is
                second-hand (news, slides, copies, another system's code) is not the law: check it there.

                | regulation | official place | article | seen second-hand |
                |---|---|---|---|
                """);
        places(page);
        page.append("""

                ## Where sources differ

                The first reading is the default; a request member picks another, and the answer names the one that was used.

                | kind | version | place | readings | what is known |
                |---|---|---|---|---|
                """);
        marked(ConfidenceMark.CONFLICTING, page, true);
        page.append("""

                ## What somebody at the BKPSDM should check

                Recalled or derived figures, besides versions that are so altogether.

                | kind | version | place | what is known |
                |---|---|---|---|
                """);
        marked(ConfidenceMark.RECALLED, page, false);
        marked(ConfidenceMark.DERIVED, page, false);
        page.append("""

                ## Questions for an officer

                Readings that were seen of what the texts leave open. The default counts until somebody answers; where it is a figure
                of the data, the test that prints this page checks that it is the one in force.

                | Q | question | default | other readings | where it stands |
                |---|---|---|---|---|
                """);
        questions().forEach(question -> page.append(row(question)));
        return page.toString();
    }

    private static void places(StringBuilder page) {
        var known = new TreeSet<String>();
        for (var kind : RuleSetKind.values()) {
            for (var version : NATIONAL.all(kind, null)) {
                version.legalBasis()
                        .forEach(basis -> known.add("| %s | %s | %s | %s |\n"
                                .formatted(
                                        basis.regulation(),
                                        basis.address(),
                                        basis.article() == null ? "" : basis.article(),
                                        basis.secondHand() == null ? "" : String.join(" ", basis.secondHand()))));
            }
        }
        known.forEach(page::append);
    }

    private static JsonNode questions() {
        try {
            return RuleSetDocuments.tree(Files.readString(Path.of("src/test/resources/law-questions.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(JsonNode question) {
        var others = new ArrayList<String>();
        question.path("readings").forEach(reading -> others.add(reading.asText()));
        var taken = others.remove(question.path("default").asInt());
        return "| %s | %s | **%s** | %s | %s |\n"
                .formatted(
                        question.path("q").asText(),
                        question.path("question").asText(),
                        taken,
                        String.join(" / ", others),
                        question.has("at")
                                ? "`" + question.path("at").asText() + "`"
                                : question.path("in").asText());
    }

    @ParameterizedTest
    @MethodSource("questionsOfTheData")
    void the_default_that_the_page_names_is_the_one_in_force(JsonNode question) {
        var parts = question.path("at").asText().split("/", 3);
        var ruleSet = NATIONAL.all(RuleSetKind.valueOf(parts[0]), null).stream()
                .filter(version -> version.version().equals(parts[1]))
                .findFirst()
                .orElseThrow();
        var found = RuleSetDocuments.document(ruleSet).at("/" + parts[2]);
        assertThat(RuleSetDocuments.differences(
                        JsonNodeFactory.instance.objectNode().set("it", found),
                        JsonNodeFactory.instance.objectNode().set("it", question.path("is"))))
                .as("%s is %s", question, found)
                .isEmpty();
    }

    static List<JsonNode> questionsOfTheData() {
        return StreamSupport.stream(questions().spliterator(), false)
                .filter(question -> question.has("at"))
                .toList();
    }

    /** An address is where the regulation is published, never where somebody wrote about it. */
    @Test
    void every_legal_basis_cites_an_official_place() {
        for (var kind : RuleSetKind.values()) {
            for (var version : NATIONAL.all(kind, null)) {
                assertThat(version.legalBasis())
                        .allSatisfy(basis -> assertThat(basis.address())
                                .as(version.version() + " " + basis.regulation())
                                .matches("https://(peraturan\\.bpk\\.go\\.id|jdih\\.[a-z]+\\.go\\.id)(/.*)?"));
            }
        }
    }

    private static String row(RuleSet<?> version) {
        var until = version.effectiveTo() == null ? "" : " – " + version.effectiveTo();
        var basis = version.legalBasis().stream().map(LegalBasis::regulation).collect(Collectors.joining(", "));
        return "| `%s` | `%s` | %s | %s | %s%s | %s | %s | %s |\n"
                .formatted(
                        version.kind(),
                        version.version(),
                        version.ref().revision(),
                        version.enactedOn() == null ? "" : version.enactedOn(),
                        version.effectiveFrom(),
                        until,
                        basis,
                        version.mark().name().toLowerCase(Locale.ROOT),
                        code(version.agencyMayChange()));
    }

    private static void marked(ConfidenceMark mark, StringBuilder page, boolean withReadings) {
        for (var kind : RuleSetKind.values()) {
            for (var version : NATIONAL.all(kind, null)) {
                var document = RuleSetDocuments.document(version);
                for (var figure : version.marks()) {
                    if (figure.mark() == mark) {
                        var readings = withReadings ? code(readings(document.at(figure.pointer()))) + " | " : "";
                        page.append("| `%s` | `%s` | `%s` | %s%s |\n"
                                .formatted(kind, version.version(), figure.pointer(), readings, figure.note()));
                    }
                }
            }
        }
    }

    private static String code(List<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    /** The names of the readings in a list: words, or members called {@code code}. */
    private static List<String> readings(JsonNode place) {
        return StreamSupport.stream(place.spliterator(), false)
                .filter(one -> place.isArray())
                .map(one -> one.isObject() ? one.path("code").asText() : one.asText())
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
