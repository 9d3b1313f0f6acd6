package id.karier.history.entry;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long each penalty of PP 94/2021 is served, and whether it ends the service: as the reference list has it. */
final class DisciplinePenalties {
    private static final String DISMISSAL = "DISMISSAL";
    private static final Map<String, Penalty> BY_CODE = read();

    private DisciplinePenalties() {}

    /** @param months null for a penalty without a length */
    record Penalty(@Nullable Integer months, String effect) {
        boolean isDismissal() {
            return effect.equals(DISMISSAL);
        }

        /** The last day of a penalty with a length that begins on a day. */
        LocalDate lastDay(LocalDate startsOn) {
            return startsOn.plusMonths(months == null ? 0 : months).minusDays(1);
        }

        /**
         * Whether a day can be the last. Where the month has no such day (31 August and six months), the months are over on
         * its last day by one way of counting, and on the day before by the other.
         */
        boolean mayEndOn(LocalDate startsOn, LocalDate endsOn) {
            var lastDay = lastDay(startsOn);
            var clamped = lastDay.plusDays(1);
            boolean isClamped = clamped.getDayOfMonth() != startsOn.getDayOfMonth();
            return endsOn.equals(lastDay) || (isClamped && endsOn.equals(clamped));
        }
    }

    private static Map<String, Penalty> read() {
        try (var list = DisciplinePenalties.class.getResourceAsStream("/reference/discipline-penalties.json")) {
            var penalties = new HashMap<String, Penalty>();
            for (var item : new JsonMapper().readTree(list).path("items")) {
                var law = item.path("penalty");
                var months = law.has("months") ? law.path("months").asInt() : null;
                penalties.put(
                        item.path("code").asText(),
                        new Penalty(months, law.path("effect").asText()));
            }
            return Map.copyOf(penalties);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Null for a code that the law does not have, and for penalties of older law, which have none. */
    static @Nullable Penalty of(@Nullable String code) {
        return code == null ? null : BY_CODE.get(code);
    }
}
