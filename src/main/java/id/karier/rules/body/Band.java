package id.karier.rules.body;

import id.karier.rules.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A label for the scores from a lower bound (inclusive) up to the next band's.
 *
 * @param from the lower bound
 * @param label the code of the band
 */
public record Band(BigDecimal from, String label) {
    /** The band that a score falls into: the first whose lower bound it reaches. Empty below the lowest. */
    public static Optional<Band> of(List<Band> bands, BigDecimal score) {
        return bands.stream().filter(band -> score.compareTo(band.from()) >= 0).findFirst();
    }

    /** Bands must fall strictly, carry different labels, and begin at the scale's lowest score. */
    static List<Violation> violations(String pointer, List<Band> bands, BigDecimal lowest) {
        var found = new ArrayList<Violation>();
        for (int i = 1; i < bands.size(); i++) {
            if (bands.get(i).from().compareTo(bands.get(i - 1).from()) >= 0) {
                found.add(Violation.at(
                        pointer + "/" + i + "/from",
                        "BANDS_NOT_FALLING",
                        bands.get(i).from()));
            }
        }
        if (bands.stream().map(Band::label).distinct().count() < bands.size()) {
            found.add(Violation.at(pointer, "BAND_LABEL_REPEATED"));
        }
        if (bands.isEmpty() || bands.get(bands.size() - 1).from().compareTo(lowest) != 0) {
            found.add(Violation.at(pointer, "BANDS_INCOMPLETE", lowest));
        }
        return found;
    }
}
