package id.karier.rules;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A regulation on which a rule set rests.
 *
 * @param regulation its citation, such as {@code BKN 4/2025}
 * @param article the article or annex, when known
 * @param address where the figures were seen, when public
 */
public record LegalBasis(
        @Size(min = 1, max = 200) String regulation,
        @Size(max = 200) @Nullable String article,

        @Size(max = 500) @Pattern(regexp = "https?://\\S+") @Nullable
        String address) {}
