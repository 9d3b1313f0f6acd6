package id.karier.rules;

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
        String regulation,
        @Nullable String article,
        @Nullable String address,
        @Nullable List<String> secondHand) {
    public LegalBasis {
        secondHand = secondHand == null ? null : List.copyOf(secondHand);
    }
}
