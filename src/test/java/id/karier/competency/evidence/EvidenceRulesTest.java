package id.karier.competency.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.competency.CompetencyKind;
import id.karier.competency.CompetencyOutcome;
import id.karier.competency.CompetencyRef;
import id.karier.competency.CompetencyText;
import id.karier.competency.evidence.EvidenceJson.Decision;
import id.karier.competency.evidence.EvidenceJson.Result;
import id.karier.employee.Source;
import id.karier.rules.body.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EvidenceRulesTest {
    private static final UUID INTEGRITY = UUID.randomUUID();
    private static final UUID TEAMWORK = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final Range SCALE = new Range(BigDecimal.ONE, BigDecimal.valueOf(5));

    private static Result result(UUID competency, int level, String foundOn, String validUntil, String annulledOn) {
        return new Result(
                UUID.randomUUID(),
                new CompetencyRef(competency, "X", CompetencyKind.MANAGERIAL, new CompetencyText("X", null)),
                1,
                level,
                EvidenceKind.ASSESSMENT_CENTRE,
                LocalDate.parse(foundOn),
                validUntil == null ? null : LocalDate.parse(validUntil),
                null,
                null,
                Source.LOCAL,
                null,
                null,
                "BKN_26_2019",
                annulledOn == null ? null : LocalDate.parse(annulledOn),
                null,
                0);
    }

    @Test
    void the_last_valid_result_of_each_competency_counts() {
        var later = result(INTEGRITY, 2, "2026-02-01", "2029-01-31", null);
        var earlier = result(INTEGRITY, 4, "2025-02-01", "2028-01-31", null);
        var other = result(TEAMWORK, 3, "2024-02-01", null, null);
        assertThat(EvidenceRules.counting(List.of(later, earlier, other), DAY).values())
                .containsExactly(later, other);
    }

    @Test
    void what_is_expired_annulled_or_still_to_come_does_not_count() {
        var expired = result(INTEGRITY, 2, "2023-02-01", "2026-05-31", null);
        assertThat(EvidenceRules.counting(List.of(expired), DAY)).isEmpty();
        assertThat(EvidenceRules.counting(List.of(expired), DAY.minusDays(1))).hasSize(1);
        assertThat(EvidenceRules.counting(List.of(result(INTEGRITY, 2, "2026-02-01", null, "2026-05-01")), DAY))
                .isEmpty();
        var coming = result(INTEGRITY, 2, "2026-06-02", null, null);
        var valid = result(INTEGRITY, 1, "2026-01-02", null, null);
        assertThat(EvidenceRules.counting(List.of(coming, valid), DAY).values()).containsExactly(valid);
    }

    @Test
    void a_result_lasts_so_many_years_less_a_day_unless_it_says_otherwise() {
        var leapDay = LocalDate.of(2024, 2, 29);
        assertThat(EvidenceRules.validUntil(null, leapDay, 3)).isEqualTo(LocalDate.of(2027, 2, 27));
        assertThat(EvidenceRules.validUntil(null, LocalDate.of(2026, 2, 16), 3)).isEqualTo(LocalDate.of(2029, 2, 15));
        assertThat(EvidenceRules.validUntil(DAY, leapDay, 3)).isEqualTo(DAY);
    }

    @Test
    void nobody_decides_for_herself_nor_what_she_submitted() {
        var person = UUID.randomUUID();
        var account = UUID.randomUUID();
        assertThat(EvidenceRules.notForOneself(person, person, null, null))
                .isInstanceOf(CompetencyOutcome.NotForOneself.class);
        assertThat(EvidenceRules.notForOneself(person, UUID.randomUUID(), account, account))
                .isInstanceOf(CompetencyOutcome.NotForOneself.class);
        assertThat(EvidenceRules.notForOneself(person, null, UUID.randomUUID(), account))
                .isInstanceOf(CompetencyOutcome.Accepted.class);
    }

    @Test
    void a_claim_is_decided_once() {
        for (var status : ClaimStatus.values()) {
            var outcome = EvidenceRules.decide(status, new Decision(true, null, null), null, SCALE, DAY);
            assertThat(outcome instanceof CompetencyOutcome.Accepted)
                    .as(status.name())
                    .isEqualTo(status == ClaimStatus.SUBMITTED);
        }
    }
}
