package id.karier.rulebook.simulation;

import id.karier.kernel.Published;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a version comes to for one person: equal results are no change.
 *
 * @param label sums it up in a word, so that changes can be counted
 * @param figures what it consists of, by name
 */
@Published
@Schema(name = "SimulatedResult", description = "Hasil seorang pegawai menurut satu versi.")
public record Result(
        @Schema(
                description = "Ringkasannya: usia pensiun, status, atau kata lain menurut jenis aturan.",
                examples = "58")
        String label,

        @Schema(
                description = "Angka dan tanggalnya, menurut jenis aturan.",
                examples = "{\"reachedOn\": \"2038-02-28\", \"effectiveOn\": \"2038-03-01\"}")
        Map<String, Object> figures) {
    public Result {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /**
     * A result of some figures; one that is null is left out, and a number keeps no trailing zeros.
     *
     * @param namesAndFigures name, figure, name, figure …
     */
    public static Result of(String label, @Nullable Object... namesAndFigures) {
        var figures = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndFigures.length; i += 2) {
            var figure = namesAndFigures[i + 1];
            if (figure != null) {
                figures.put(
                        String.valueOf(namesAndFigures[i]),
                        figure instanceof BigDecimal number ? plain(number) : figure);
            }
        }
        return new Result(label, figures);
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
