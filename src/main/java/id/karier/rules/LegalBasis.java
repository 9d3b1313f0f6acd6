package id.karier.rules;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A regulation on which a rule set rests.
 *
 * @param regulation its citation, such as {@code BKN 4/2025}
 * @param article the article or annex, when known
 * @param address where the regulation itself is published: peraturan.bpk.go.id or the issuer's JDIH
 * @param secondHand where its figures were seen when that was not the regulation: news, slides, another system's code
 */
public record LegalBasis(
        @Size(min = 1, max = 200) String regulation,
        @Size(max = 200) @Nullable String article,

        @Size(max = 500) @Pattern(regexp = "https?://\\S+") @Nullable
        String address,

        @Size(max = 20) @Nullable List<@Size(max = 500) String> secondHand) {
    public LegalBasis {
        secondHand = secondHand == null ? null : List.copyOf(secondHand);
    }
}
