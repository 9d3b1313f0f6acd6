package id.karier.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RuleSetDocumentsTest {
    private static final Path ROOT = Path.of("src/main/resources/rules");
    private static final RuleSetDocuments DOCUMENTS = new RuleSetDocuments();

    private static JsonNode document(String name) {
        try {
            return RuleSetDocuments.tree(Files.readString(ROOT.resolve(name + ".json")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What is wrong with a damaged document; every place that is named must be there. */
    private static List<Violation> broken(String name, Consumer<ObjectNode> damage) {
        var document = (ObjectNode) document(name).deepCopy();
        damage.accept((ObjectNode) document.path("body"));
        var violations = DOCUMENTS.violations(RuleSetKind.valueOf(name.substring(0, name.indexOf('/'))), document);
        assertThat(violations)
                .noneMatch(violation -> document.at(violation.pointer()).isMissingNode());
        return violations;
    }

    private static void set(JsonNode body, String pointer, JsonNode value) {
        int slash = pointer.lastIndexOf('/');
        var parent = body.at(pointer.substring(0, slash));
        var last = pointer.substring(slash + 1);
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(last), value);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
    }

    @Test
    void the_index_names_every_file_and_no_other() throws IOException {
        try (var files = Files.walk(ROOT)) {
            var names = files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith("schema/"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .toList();
            assertThat(Files.readAllLines(ROOT.resolve("index"))).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void every_document_says_what_its_file_is_called_and_is_read_whole() throws IOException {
        for (var name : Files.readAllLines(ROOT.resolve("index"))) {
            var document = document(name);
            assertThat(document.path("kind").asText() + "/"
                            + document.path("version").asText())
                    .isEqualTo(name);
            var written = (ObjectNode) RuleSetDocuments.document(DOCUMENTS.read(document, null));
            written.remove("agency");
            assertThat(RuleSetDocuments.differences(document, written)).as(name).isEmpty();
        }
    }

    /**
     * Answers name their version and revision for years, so a body that was published stays as it is: a new figure of the
     * law is a new version, a mended reading of the same law the next revision, and both a new line.
     */
    @Test
    void what_was_published_is_never_changed() throws Exception {
        var published = Files.readAllLines(Path.of("src/test/resources/rule-set-fingerprints"));
        for (var name : Files.readAllLines(ROOT.resolve("index"))) {
            int revision = document(name).path("revision").asInt(1);
            assertThat(published)
                    .as("a mended body gets the next revision; the lines of older ones are left alone")
                    .contains(name + " " + revision + " " + fingerprint(document(name)))
                    .filteredOn(line -> line.startsWith(name + " "))
                    .hasSize(revision);
        }
    }

    /** Their documents are kept, as results hold them: what they answered is answered again, see ReplayTest. */
    @Test
    void what_was_mended_is_kept_to_be_replayed() throws Exception {
        var published = Files.readAllLines(Path.of("src/test/resources/rule-set-fingerprints"));
        try (var files = Files.list(Path.of("src/test/resources/rules-mended"))) {
            for (var file : files.toList()) {
                var document = RuleSetDocuments.tree(Files.readString(file));
                var name = document.path("kind").asText() + "/"
                        + document.path("version").asText();
                assertThat(published)
                        .contains(name + " " + document.path("revision").asInt(1) + " " + fingerprint(document));
            }
        }
    }

    private static String fingerprint(JsonNode document) throws Exception {
        var body = document.path("body").toString().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    }

    @ParameterizedTest
    @EnumSource(RuleSetKind.class)
    void versions_of_a_kind_follow_each_other_without_gap_or_overlap(RuleSetKind kind) {
        var versions = RuleSets.national().all(kind, null);
        assertThat(versions).isNotEmpty();
        assertThat(versions.get(0).effectiveTo()).isNull();
        for (int i = 1; i < versions.size(); i++) {
            assertThat(versions.get(i).effectiveTo())
                    .isEqualTo(versions.get(i - 1).effectiveFrom().minusDays(1));
        }
    }

    @ParameterizedTest
    @EnumSource(RuleSetKind.class)
    void every_mark_and_every_choice_points_into_the_document(RuleSetKind kind) {
        for (var ruleSet : RuleSets.national().all(kind, null)) {
            var document = document(kind + "/" + ruleSet.version());
            for (var mark : ruleSet.marks()) {
                assertThat(document.at(mark.pointer()).isMissingNode())
                        .as(mark.pointer())
                        .isFalse();
            }
            for (var pointer : ruleSet.agencyMayChange()) {
                assertThat(document.path("body").at(pointer).isMissingNode())
                        .as(pointer)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(RuleSetKind.class)
    void a_schema_refuses_unknown_and_missing_members(RuleSetKind kind) {
        var sound = (ObjectNode)
                document(kind + "/" + RuleSets.national().all(kind, null).get(0).version());
        assertThat(DOCUMENTS.violations(kind, sound)).isEmpty();
        assertThat(DOCUMENTS.schema(kind)).contains("https://json-schema.org/draft/2020-12/schema");
        var unknown = sound.deepCopy();
        ((ObjectNode) unknown.path("body")).put("surprise", 1);
        assertThat(DOCUMENTS.violations(kind, unknown))
                .extracting(Violation::code)
                .containsOnly("SCHEMA");
        var names = new ArrayList<String>();
        sound.path("body").fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            var missing = sound.deepCopy();
            ((ObjectNode) missing.path("body")).remove(name);
            assertThat(DOCUMENTS.violations(kind, missing))
                    .as(name)
                    .extracting(Violation::code, Violation::pointer)
                    .contains(tuple("SCHEMA", "/body"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IDENTITY_NUMBER/BKN_22_2007 | /length | 19 | DIGITS_INCOMPLETE",
                "IDENTITY_NUMBER/BKN_22_2007 | /sex/position | 14 | DIGITS_NOT_ADJACENT",
                "IDENTITY_NUMBER/BKN_22_2007 | /readings/0/contractFrom | 12 | READING_AMBIGUOUS",
                "RETIREMENT/UU_20_2023 | /plausibleAges/from | 81 | RANGE_EMPTY",
                "PREDICATE_MATRIX/PERMENPANRB_6_2022 | /cells/0/workBehaviour | \"SESUAI\" | CELL_NOT_ONCE",
                "PREDICATE_MATRIX/PERMENPANRB_6_2022 | /cells/6/predicate | \"BAIK\" | MATRIX_NOT_MONOTONE",
                "PREDICATE_MATRIX/PERMENPANRB_6_2022 | /cells/0/predicate | \"SANGAT_BAIK\" | MATRIX_NOT_MONOTONE",
                "PREDICATE_MATRIX/PERMENPANRB_6_2022 | /cells/8/predicate | \"SANGAT_BAIK\" | MATRIX_NOT_MONOTONE",
                "DISTRIBUTION/SE_MENPANRB_2023 | /conditions/BAIK/0/percent | 10 | PERCENT_MISPLACED",
                "JPM/BKN_26_2019 | /categories/SELEKSI/1/from | 80 | BANDS_NOT_FALLING",
                "JPM/BKN_26_2019 | /categories/SELEKSI/2/from | 1 | BANDS_INCOMPLETE",
                "JPM/BKN_26_2019 | /categories/SELEKSI/1/label | \"MEMENUHI_SYARAT\" | BAND_LABEL_REPEATED",
                "JPM/BKN_26_2019 | /functionalTest/weights/AHLI_MUDA/technical | 0.51 | WEIGHTS_NOT_ONE",
                "JPM/BKN_26_2019 | /functionalTest/posts/0/weights | {\"technical\": 0.5, \"managerialSocial\": 0.4} | WEIGHTS_NOT_ONE",
                "JPM/BKN_26_2019 | /functionalTest/posts | [{\"post\": \"A\", \"passAt\": 1, \"clause\": \"x\"}, {\"post\": \"A\", \"passAt\": 2, \"clause\": \"x\"}] | READING_REPEATED",
                "IDENTITY_NUMBER/BKN_22_2007 | /minimumAges | {\"PNS\": 18, \"PPPK_PARUH_WAKTU\": 20} | SCHEMA",
                "JPM/BKN_26_2019 | /requiredLevels/PELAKSANA | 6 | LEVEL_OUT_OF_SCALE",
                "JPM/BKN_26_2019 | /level/from | 9 | RANGE_EMPTY",
                "IP_ASN/IPASN_2019 | /maxima/discipline | 6 | MAXIMA_NOT_HIGHEST",
                "IP_ASN/IPASN_2019 | /competencyTables/0/points/JF/seminar | 11 | POINTS_NOT_MAXIMUM",
                "IP_ASN/IPASN_2019 | /performanceScores/1/from | 91 | BANDS_NOT_FALLING",
                "IP_ASN/IPASN_2019 | /performanceScores/4/from | 1 | BANDS_INCOMPLETE",
                "IP_ASN/IPASN_2019 | /categories/4/from | 1 | BANDS_INCOMPLETE",
                "NINE_BOX/KEPKA_411_2025 | /grid/0/box | 9 | CELL_NOT_ONCE",
                "NINE_BOX/KEPKA_411_2025 | /grid/0/x | \"TINGGI\" | CELL_NOT_ONCE",
                "NINE_BOX/KEPKA_411_2025 | /axes/0/y/2/from | 1 | BANDS_INCOMPLETE",
                "NINE_BOX/KEPKA_411_2025 | /axes/0/x/1/label | \"TINGGI\" | CELL_MISSING",
                "NINE_BOX/KEPKA_411_2025 | /axes/1/code | \"KEPKA_411\" | READING_REPEATED",
                "IP_ASN/IPASN_2024 | /competencyTables/1/code | \"PER_JOB_GROUP_2019\" | READING_REPEATED",
                "TALENT_SCORE/KEPKA_411_2025 | /xTrees/1/code | \"GROUPS_40_25_20_15\" | READING_REPEATED",
                "TALENT_SCORE/KEPKA_411_2025 | /y/award | 0.14 | WEIGHTS_NOT_ONE",
                "TALENT_SCORE/KEPKA_411_2025 | /xTrees/0/potential | 0.24 | WEIGHTS_NOT_ONE",
                "TALENT_SCORE/KEPKA_411_2025 | /talent/y | 0.6 | WEIGHTS_NOT_ONE",
                "TALENT_SCORE/KEPKA_411_2025 | /score/from | 101 | RANGE_EMPTY",
                "CREDIT_POINTS/BKN_3_2023 | /levels/5/ranks/0/nextRankAt | 99 | CREDIT_NOT_CONTINUOUS",
                "CREDIT_POINTS/BKN_3_2023 | /levels/5/ranks/1/rank | \"IV/a\" | RANKS_NOT_ADJACENT",
                "CREDIT_POINTS/BKN_3_2023 | /levels/0/level | \"MAHIR\" | CELL_MISSING",
                "RANK_PROMOTION/BKN_4_2025 | /structural/postRanks/7/lowest | \"IV/a\" | RANGE_EMPTY",
                "RANK_PROMOTION/BKN_4_2025 | /regular/ceilings/0/education | \"SLTP\" | CELL_MISSING",
                "TRANSFER/BKN_5_2019 | /minimumYears | 6 | RANGE_EMPTY",
                "LEARNING_HOURS/LAN_10_2018 | /forms/0/code | \"NK_MAGANG\" | FORM_REPEATED",
                "LEARNING_HOURS/LAN_10_2018 | /forms/0/basis | \"DAY\" | FORM_WITHOUT_FIGURE",
                "DISCIPLINE/PP_94_2021 | /penalties/1/fromDays | 28 | PENALTIES_NOT_FALLING",
                "DISCIPLINE/PP_94_2021 | /penalties/8/level | \"BERAT\" | PENALTIES_NOT_FALLING",
                "DISCIPLINE/PP_94_2021 | /consecutivePenalty | \"R9\" | PENALTY_UNKNOWN",
            })
    void what_a_schema_cannot_say_the_body_says(String name, String pointer, String value, String code) {
        assertThat(broken(name, body -> set(body, pointer, RuleSetDocuments.tree(value))))
                .extracting(Violation::code)
                .contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RETIREMENT/UU_20_2023 | /plausibleAges/from | /plausibleAges/to",
                "TRANSFER/BKN_5_2019 | /minimumYears | /maximumYears",
                "RANK_PROMOTION/BKN_4_2025 | /structural/postRanks/7/lowest | /structural/postRanks/7/highest",
            })
    void a_range_may_hold_one_value_only(String name, String from, String to) {
        assertThat(broken(name, body -> set(body, from, body.at(to)))).isEmpty();
    }

    @Test
    void a_special_ceiling_does_not_stand_in_for_the_general_one() {
        assertThat(broken(
                        "RANK_PROMOTION/BKN_4_2025",
                        body -> body.at("/regular/ceilings").forEach(ceiling -> {
                            if (ceiling.path("education").asText().equals("SLTA")) {
                                ((ObjectNode) ceiling).put("variant", "KEJURUAN");
                            }
                        })))
                .extracting(Violation::code)
                .containsExactly("CELL_MISSING");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a': {'b': 1, 'c': 2}} | {'a': {'b': 1, 'c': 3}} | /a/c",
                "{'a': 0.6, 'b': null} | {'a': 0.60} | ``",
                "{'a': [1, {'b': 2}]} | {'a': [1, {'b': 3}]} | /a",
                "{'a': [1]} | {'a': [1, 2]} | /a",
                "{'a': [1.0]} | {'a': [1]} | ``",
                "{'a': {'b': 1}} | {'a': 1} | /a",
                "{'a': 1} | {'b': 1} | /a /b",
                "{'a/b': 1} | {'a/b': 2} | /a~1b",
            })
    void bodies_differ_at_their_deepest_places(String one, String other, String pointers) {
        assertThat(RuleSetDocuments.differences(
                        RuleSetDocuments.tree(one.replace('\'', '"')), RuleSetDocuments.tree(other.replace('\'', '"'))))
                .containsExactly(pointers.isEmpty() ? new String[0] : pointers.split(" "));
    }

    @Test
    void figures_keep_every_digit() {
        assertThat(document("CREDIT_POINTS/BKN_3_2023")
                        .at("/body/levels/0/coefficient")
                        .decimalValue())
                .isEqualTo(new BigDecimal("3.75"));
    }
}
