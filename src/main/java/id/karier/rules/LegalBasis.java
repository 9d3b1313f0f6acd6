package id.karier.rules;

import org.jspecify.annotations.Nullable;

/**
 * A regulation on which a rule set rests.
 *
 * @param regulation its citation, such as {@code BKN 4/2025}
 * @param article the article or annex, when known
 * @param address where the figures were seen, when public
 */
public record LegalBasis(
        String regulation,
        @Nullable String article,
        @Nullable String address) {}
