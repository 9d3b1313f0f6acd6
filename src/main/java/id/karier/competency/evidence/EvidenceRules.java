package id.karier.competency.evidence;

import id.karier.competency.CompetencyKind;
import id.karier.competency.CompetencyOutcome;
import id.karier.competency.dictionary.CompetencyDirectory.Facts;
import id.karier.competency.evidence.EvidenceJson.Decision;
import id.karier.competency.evidence.EvidenceJson.NewClaim;
import id.karier.competency.evidence.EvidenceJson.NewResult;
import id.karier.competency.evidence.EvidenceJson.Result;
import id.karier.kernel.FieldError;
import id.karier.rules.body.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pure rules on results and claims (PermenPANRB 38/2017, Permendagri 108/2017; DOMAIN §3). */
public final class EvidenceRules {
    private static final String BUNDLE = "competency";

    private EvidenceRules() {}

    /** Nobody records, annuls or decides what is about herself, nor decides what she has submitted for another. */
    static CompetencyOutcome notForOneself(
            UUID person, @Nullable UUID self, @Nullable UUID submittedBy, @Nullable UUID account) {
        if (person.equals(self)) {
            return new CompetencyOutcome.NotForOneself("competency.refusal.ABOUT_ONESELF");
        }
        return submittedBy != null && submittedBy.equals(account)
                ? new CompetencyOutcome.NotForOneself("competency.refusal.OWN_SUBMISSION")
                : new CompetencyOutcome.Accepted();
    }

    /** A result has a level of the scale, was found by today, and a certificate has its number. */
    static CompetencyOutcome admit(NewResult request, Facts competency, Range scale, LocalDate today) {
        var reasons = new ArrayList<FieldError>();
        inScale(reasons, "/level", request.level(), scale);
        isUsed(reasons, competency, request.foundOn());
        if (request.foundOn().isAfter(today)) {
            reasons.add(FieldError.in(BUNDLE, "/foundOn", "DAY_IN_FUTURE", today));
        }
        if (request.evidence() == EvidenceKind.CLAIM) {
            reasons.add(FieldError.in(BUNDLE, "/evidence", "CLAIM_ONLY_BY_DECISION"));
        }
        if (request.evidence() == EvidenceKind.ROUND) {
            reasons.add(FieldError.in(BUNDLE, "/evidence", "ROUND_ONLY_BY_PUBLICATION"));
        }
        boolean certificate = request.evidence() == EvidenceKind.CERTIFICATE;
        if (certificate && isBlank(request.certificateNumber())) {
            reasons.add(FieldError.in(BUNDLE, "/certificateNumber", "CERTIFICATE_NUMBER_MISSING"));
        }
        if (competency.kind() == CompetencyKind.GOVERNMENT_AFFAIRS) {
            if (!certificate) {
                reasons.add(FieldError.in(BUNDLE, "/evidence", "ONLY_BY_CERTIFICATE"));
            }
            if (request.validUntil() == null) {
                reasons.add(FieldError.in(BUNDLE, "/validUntil", "CERTIFICATE_END_MISSING"));
            }
        }
        if (request.validUntil() != null && request.validUntil().isBefore(request.foundOn())) {
            reasons.add(FieldError.in(BUNDLE, "/validUntil", "END_BEFORE_START", request.foundOn()));
        }
        return CompetencyOutcome.of(reasons);
    }

    /** A claim has a level of the scale, and a certificate that lasts or a description of work. */
    static CompetencyOutcome admit(NewClaim request, Facts competency, Range scale, LocalDate today) {
        var reasons = new ArrayList<FieldError>();
        inScale(reasons, "/level", request.level(), scale);
        isUsed(reasons, competency, today);
        if (isBlank(request.description()) && isBlank(request.certificateNumber())) {
            reasons.add(FieldError.in(BUNDLE, "/description", "EVIDENCE_MISSING"));
        }
        if (competency.kind() == CompetencyKind.GOVERNMENT_AFFAIRS) {
            if (isBlank(request.certificateNumber())) {
                reasons.add(FieldError.in(BUNDLE, "/certificateNumber", "CERTIFICATE_NUMBER_MISSING"));
            }
            if (request.certificateUntil() == null) {
                reasons.add(FieldError.in(BUNDLE, "/certificateUntil", "CERTIFICATE_END_MISSING"));
            }
        }
        hasNotExpired(reasons, "/certificateUntil", request.certificateUntil(), today);
        return CompetencyOutcome.of(reasons);
    }

    /** A decision that accepts has a level of the scale, one that rejects a reason; an expired certificate proves nothing. */
    static CompetencyOutcome decide(
            ClaimStatus status, Decision decision, @Nullable LocalDate certificateUntil, Range scale, LocalDate today) {
        if (status != ClaimStatus.SUBMITTED) {
            return CompetencyOutcome.conflicting("/accepted", "CLAIM_CLOSED", status);
        }
        var reasons = new ArrayList<FieldError>();
        if (!decision.accepted() && isBlank(decision.reason())) {
            reasons.add(FieldError.in(BUNDLE, "/reason", "REASON_MISSING"));
        }
        if (decision.accepted()) {
            if (decision.level() != null) {
                inScale(reasons, "/level", decision.level(), scale);
            }
            hasNotExpired(reasons, "/accepted", certificateUntil, today);
        }
        return CompetencyOutcome.of(reasons);
    }

    /** The last day on which a result counts: as it says, else so many years after it was found. */
    static LocalDate validUntil(@Nullable LocalDate said, LocalDate foundOn, int years) {
        return said == null ? foundOn.plusYears(years).minusDays(1) : said;
    }

    /**
     * What counts on a day, one a competency: of the results that are valid the one that was found last, of one day the one
     * that was recorded last.
     *
     * @param results of one person, newest first
     */
    public static Map<UUID, Result> counting(List<Result> results, LocalDate day) {
        var counting = new LinkedHashMap<UUID, Result>();
        results.stream()
                .filter(result -> result.isKnownOn(day) && result.isValidOn(day))
                .forEach(result -> counting.putIfAbsent(result.competency().id(), result));
        return counting;
    }

    private static void inScale(List<FieldError> reasons, String pointer, int level, Range scale) {
        if (!scale.holds(BigDecimal.valueOf(level))) {
            int lowest = scale.from().intValue();
            reasons.add(FieldError.in(
                    BUNDLE, pointer, "LEVEL_OUT_OF_SCALE", lowest, scale.to().intValue()));
        }
    }

    private static void isUsed(List<FieldError> reasons, Facts competency, LocalDate day) {
        if (!competency.isUsedOn(day)) {
            reasons.add(FieldError.in(
                    BUNDLE, "/competencyId", "COMPETENCY_RETIRED", String.valueOf(competency.retiredOn())));
        }
    }

    private static void hasNotExpired(
            List<FieldError> reasons, String pointer, @Nullable LocalDate until, LocalDate today) {
        if (until != null && until.isBefore(today)) {
            reasons.add(FieldError.in(BUNDLE, pointer, "CERTIFICATE_EXPIRED", until));
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
