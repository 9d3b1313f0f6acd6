package id.karier.rules;

import id.karier.kernel.Published;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rule set gave an answer: enough to find it again.
 *
 * @param revision which reading of that law it was; 1 for the first
 * @param agency the agency whose version it is; null for the national one
 */
@Published
public record RuleSetRef(
        RuleSetKind kind,
        String version,
        int revision,
        List<LegalBasis> legalBasis,
        LocalDate effectiveFrom,
        @Nullable String agency) {}
