package id.karier.rules;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.karier.kernel.Published;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of one legal table: immutable once in force.
 *
 * @param version its name, unique within the kind, such as {@code BKN_4_2025}
 * @param revision how often its reading of the same law was mended, from 1; null for the first (ADR 0110)
 * @param enactedOn day from which it was known; null for the first day in force
 * @param effectiveFrom first day in force
 * @param effectiveTo last day in force; null while nothing has replaced it
 * @param mark confidence of the figures, the weakest that the default reading rests on
 * @param marks parts whose confidence differs
 * @param agencyMayChange JSON pointers into the body of what the law lets an agency choose
 * @param agency the agency whose version it is; null for the national one
 * @param body the figures
 */
@Published
public record RuleSet<B extends RuleBody>(
        RuleSetKind kind,
        String version,
        @Nullable Integer revision,
        @Nullable LocalDate enactedOn,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        List<LegalBasis> legalBasis,
        ConfidenceMark mark,
        List<FigureMark> marks,
        List<String> agencyMayChange,
        @Nullable String agency,
        B body) {
    public RuleSet {
        legalBasis = List.copyOf(legalBasis);
        marks = List.copyOf(marks);
        agencyMayChange = List.copyOf(agencyMayChange);
    }

    /** True on every day from the first to the last in force. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
    }

    /** The same rule set, in force no longer than to a day; null sets no end. */
    RuleSet<B> endingBy(@Nullable LocalDate last) {
        boolean endsBefore = effectiveTo != null && last != null && !effectiveTo.isAfter(last);
        return last == null || endsBefore
                ? this
                : new RuleSet<>(
                        kind,
                        version,
                        revision,
                        enactedOn,
                        effectiveFrom,
                        last,
                        legalBasis,
                        mark,
                        marks,
                        agencyMayChange,
                        agency,
                        body);
    }

    /** Whether it was known on a day that this would become the law; an agency's version is known once it counts. */
    public boolean knownOn(LocalDate day) {
        return agency != null || !(enactedOn == null ? effectiveFrom : enactedOn).isAfter(day);
    }

    /** Whether the law lets an agency choose what is at a pointer into the body. */
    public boolean leavesToAgencies(String pointer) {
        return agencyMayChange.stream().anyMatch(choice -> pointer.equals(choice) || pointer.startsWith(choice + "/"));
    }

    /** What an answer says about the rules that gave it. */
    @JsonIgnore
    public RuleSetRef ref() {
        return new RuleSetRef(kind, version, revision == null ? 1 : revision, legalBasis, effectiveFrom, agency);
    }

    /** The same rule set, seen as what its kind says that it is. */
    @SuppressWarnings("unchecked")
    public <T extends RuleBody> RuleSet<T> as(Class<T> bodyType) {
        if (!bodyType.isInstance(body)) {
            throw new IllegalArgumentException(kind + " has no body " + bodyType);
        }
        return (RuleSet<T>) this;
    }
}
