package id.karier.gates;

import com.fasterxml.jackson.databind.JsonNode;
import id.karier.rules.ConfidenceMark;
import id.karier.rules.LegalBasis;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSetDocuments;
import id.karier.rules.RuleSetKind;
import id.karier.rules.RuleSets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

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
                [ADR 0101](decisions/0101-the-law-is-data-and-agencies-choose-parts.md), and
                [ADR 0102](decisions/0102-how-eligibility-is-dated.md) for the doubts.

                ## A new version of the law

                1. Copy the newest file of its kind in `src/main/resources/rules/{KIND}` to `{VERSION}.json`; give the old one its
                   `effectiveTo`, the new one its `effectiveFrom`, `legalBasis`, `mark` and `marks`. A file that was in force is
                   never changed otherwise: results name it.
                2. Name it in `src/main/resources/rules/index` and, with the fingerprint that the test prints, in
                   `src/test/resources/rule-set-fingerprints`.
                3. Give `src/test/resources/worked-examples.json` its examples, and the kind's `*RulesTest` a row for each cell
                   that changed. `POST /rule-sets/{kind}/simulations` says [beforehand](simulations.md) whom it touches.

                What an agency may choose itself, it proposes (`ADMIN`) and approves (`PIMPINAN`) over HTTP: `POST /rule-sets/{kind}`,
                then `POST /rule-sets/{kind}/{version}/approval`. Its version ends with the national one that it was made from;
                where there is none, the national version counts.

                ## Versions

                | kind | version | in force | regulation | confidence | an agency may change |
                |---|---|---|---|---|---|
                """);
        for (var kind : RuleSetKind.values()) {
            NATIONAL.all(kind, null).forEach(version -> page.append(row(version)));
        }
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
        return page.toString();
    }

    private static String row(RuleSet<?> version) {
        var until = version.effectiveTo() == null ? "" : " – " + version.effectiveTo();
        var basis = version.legalBasis().stream().map(LegalBasis::regulation).collect(Collectors.joining(", "));
        return "| `%s` | `%s` | %s%s | %s | %s | %s |\n"
                .formatted(
                        version.kind(),
                        version.version(),
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
