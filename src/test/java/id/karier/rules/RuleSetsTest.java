package id.karier.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.rules.body.JpmBody;
import id.karier.rules.body.NineBoxBody;
import id.karier.rules.body.RankPromotionBody;
import id.karier.rules.body.TransferBody;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSetsTest {
    private static final RuleSetDocuments DOCUMENTS = new RuleSetDocuments();

    /** An agency that lets people move after three years, from the middle of 2026 to its end. */
    private static RuleSet<?> ownTransfer(String agency) {
        var national = RuleSets.national()
                .find(TransferBody.class, Selection.on(LocalDate.of(2026, 1, 1)))
                .orElseThrow();
        var document = (ObjectNode) RuleSetDocuments.document(national);
        document.put("version", "OWN_2026").put("effectiveFrom", "2026-07-01").put("effectiveTo", "2026-12-31");
        document.remove("agency");
        ((ObjectNode) document.path("body")).put("minimumYears", 3);
        return DOCUMENTS.read(document, agency);
    }

    private final RuleSets ruleSets = new RuleSets(
            DOCUMENTS.national(),
            (agency, kind) -> agency.equals("lampung") && kind == RuleSetKind.TRANSFER
                    ? List.of(new AgencyRuleSets.Own(ownTransfer("lampung"), "BKN_5_2019"))
                    : List.of());

    private int years(LocalDate asOf, String version, String agency) {
        return ruleSets.find(TransferBody.class, new Selection(asOf, version, agency))
                .orElseThrow()
                .body()
                .minimumYears();
    }

    @Test
    void an_agency_version_changes_that_agency_from_its_day_and_nobody_else() {
        assertThat(years(LocalDate.of(2026, 6, 30), null, "lampung")).isEqualTo(2);
        assertThat(years(LocalDate.of(2026, 7, 1), null, "lampung")).isEqualTo(3);
        assertThat(years(LocalDate.of(2026, 12, 31), null, "lampung")).isEqualTo(3);
        assertThat(years(LocalDate.of(2027, 1, 1), null, "lampung")).isEqualTo(2);
        assertThat(years(LocalDate.of(2026, 7, 1), null, "bengkulu")).isEqualTo(2);
        assertThat(years(LocalDate.of(2026, 7, 1), null, null)).isEqualTo(2);
    }

    /** The older national version ends with 2024; the own one is open-ended, or begins only after that. */
    @ParameterizedTest
    @CsvSource({
        "2024-07-01, 2024-06-30, PERMENPANRB_3_2020", "2024-07-01, 2024-07-01, OWN",
        "2024-07-01, 2024-12-31, OWN", "2024-07-01, 2025-01-01, KEPKA_411_2025",
        "2025-02-01, 2025-02-01, KEPKA_411_2025",
    })
    void an_agency_version_ends_with_the_national_one_that_it_was_made_from(
            String from, LocalDate asOf, String version) {
        var base = ruleSets.all(RuleSetKind.NINE_BOX, null).get(1);
        var document = (ObjectNode) RuleSetDocuments.document(base);
        document.put("version", "OWN").put("effectiveFrom", from).remove(List.of("agency", "effectiveTo"));
        var own = new AgencyRuleSets.Own(DOCUMENTS.read(document, "lampung"), base.version());
        var both = new RuleSets(
                DOCUMENTS.national(), (agency, kind) -> kind == RuleSetKind.NINE_BOX ? List.of(own) : List.of());
        assertThat(both.find(NineBoxBody.class, new Selection(asOf, null, "lampung")))
                .hasValueSatisfying(found -> assertThat(found.version()).isEqualTo(version));
        assertThat(both.find(NineBoxBody.class, new Selection(asOf, "OWN", "lampung")))
                .isPresent();
    }

    @Test
    void an_agency_version_that_ends_earlier_keeps_its_end() {
        assertThat(ruleSets.all(RuleSetKind.TRANSFER, "lampung").get(0).effectiveTo())
                .isEqualTo("2026-12-31");
    }

    /** ADR 0110: what an agency chose stays, what it had copied reads as the mended national version does. */
    @Test
    void an_agency_version_of_a_reading_that_was_mended_keeps_its_choices_only() throws Exception {
        var before = (ObjectNode) RuleSetDocuments.tree(java.nio.file.Files.readString(
                java.nio.file.Path.of("src/test/resources/rules-mended/JPM-BKN_26_2019.json")));
        before.put("version", "OWN").put("effectiveFrom", "2026-07-01");
        var body = (ObjectNode) before.path("body");
        body.put("validYears", 2).put("scale", 7);
        ((ObjectNode) body.path("functionalTest")).put("passAt", 75);
        ((ObjectNode) body.at("/functionalTest/weights")).remove("AHLI_MADYA");
        body.putArray("capModes").add("NONE");
        var own = new AgencyRuleSets.Own(DOCUMENTS.read(before, "lampung"), "BKN_26_2019");
        var both = new RuleSets(
                DOCUMENTS.national(), (agency, kind) -> kind == RuleSetKind.JPM ? List.of(own) : List.of());
        var found = both.find(JpmBody.class, new Selection(LocalDate.of(2026, 11, 22), null, "lampung"))
                .orElseThrow();
        assertThat(found.version()).isEqualTo("OWN");
        assertThat(found.agency()).isEqualTo("lampung");
        assertThat(found.ref().revision()).isEqualTo(2);
        assertThat(found.body().validYears()).isEqualTo(2);
        assertThat(found.body().capModes()).containsExactly(JpmBody.CapMode.NONE);
        assertThat(found.body().functionalTest().passAt()).isEqualByComparingTo("75");
        assertThat(found.body().functionalTest().posts()).hasSize(1);
        assertThat(found.body().scale()).isEqualTo(2);
    }

    @Test
    void the_law_of_a_day_knows_what_was_enacted_by_then() {
        var unknown = ruleSets.law(RankPromotionBody.class, Selection.on(LocalDate.of(2025, 8, 31)))
                .orElseThrow();
        assertThat(unknown.now().version()).isEqualTo("BKN_2_2025");
        assertThat(unknown.coming()).isEmpty();
        assertThat(unknown.on(LocalDate.of(2026, 1, 1)).version()).isEqualTo("BKN_2_2025");
        var known = ruleSets.law(RankPromotionBody.class, Selection.on(LocalDate.of(2025, 9, 1)))
                .orElseThrow();
        assertThat(known.now().version()).isEqualTo("BKN_2_2025");
        assertThat(known.coming()).containsOnlyKeys(LocalDate.of(2025, 10, 1));
        assertThat(known.on(LocalDate.of(2025, 9, 30)).version()).isEqualTo("BKN_2_2025");
        assertThat(known.on(LocalDate.of(2025, 10, 1)).version()).isEqualTo("BKN_4_2025");
        assertThat(known.comingBy(LocalDate.of(2025, 9, 30))).isEmpty();
        assertThat(known.comingBy(LocalDate.of(2025, 10, 1))).hasSize(1);
        var named = ruleSets.law(RankPromotionBody.class, new Selection(LocalDate.of(2025, 9, 1), "BKN_2_2025", null))
                .orElseThrow();
        assertThat(named.coming()).isEmpty();
    }

    @Test
    void an_agency_version_ahead_is_known_and_so_is_its_end() {
        var law = ruleSets.law(TransferBody.class, new Selection(LocalDate.of(2026, 6, 1), null, "lampung"))
                .orElseThrow();
        assertThat(law.on(LocalDate.of(2026, 6, 30)).version()).isEqualTo("BKN_5_2019");
        assertThat(law.on(LocalDate.of(2026, 7, 1)).version()).isEqualTo("OWN_2026");
        assertThat(law.on(LocalDate.of(2027, 1, 1)).version()).isEqualTo("BKN_5_2019");
        assertThat(law.coming()).hasSize(2);
    }

    @Test
    void a_name_goes_before_the_day() {
        assertThat(years(LocalDate.of(2026, 7, 1), "BKN_5_2019", "lampung")).isEqualTo(2);
        assertThat(years(LocalDate.of(2020, 1, 1), "OWN_2026", "lampung")).isEqualTo(3);
        assertThat(ruleSets.find(TransferBody.class, new Selection(LocalDate.of(2026, 7, 1), "OWN_2026", "bengkulu")))
                .isEmpty();
    }

    @Test
    void before_every_version_there_is_none() {
        assertThat(ruleSets.find(TransferBody.class, Selection.on(LocalDate.of(2018, 12, 31))))
                .isEmpty();
    }

    @Test
    void an_answer_names_whose_version_it_was() {
        var own = ruleSets.find(TransferBody.class, new Selection(LocalDate.of(2026, 7, 1), null, "lampung"))
                .orElseThrow()
                .ref();
        assertThat(own.agency()).isEqualTo("lampung");
        assertThat(own.version()).isEqualTo("OWN_2026");
        assertThat(own.effectiveFrom()).isEqualTo(LocalDate.of(2026, 7, 1));
    }

    @Test
    void versions_are_listed_newest_first_own_before_national() {
        assertThat(ruleSets.all(RuleSetKind.RANK_PROMOTION, "lampung"))
                .extracting(RuleSet::version)
                .containsExactly("BKN_4_2025", "BKN_2_2025", "BKN_4_2023", "PP_12_2002");
        assertThat(ruleSets.all(RuleSetKind.TRANSFER, "lampung"))
                .extracting(RuleSet::version)
                .containsExactly("OWN_2026", "BKN_5_2019");
        assertThat(ruleSets.find(RankPromotionBody.class, Selection.on(LocalDate.of(2026, 1, 1)))
                        .orElseThrow()
                        .body()
                        .periodMonths())
                .hasSize(12);
    }
}
