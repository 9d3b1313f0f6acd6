package id.karier.rulebook.simulation.inputs;

import id.karier.rulebook.simulation.inputs.RegisterQueries.Posting;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The definitive positions of one person up to a day, oldest first. */
record Postings(List<Posting> all, LocalDate day) {
    static final Postings NONE = new Postings(List.of(), LocalDate.EPOCH);

    /** The position of the day; null for who holds none. */
    @Nullable
    Posting held() {
        int index = heldIndex();
        return index < 0 ? null : all.get(index);
    }

    private int heldIndex() {
        int index = all.size() - 1;
        while (index >= 0 && !all.get(index).lastsOn(day)) {
            index--;
        }
        return index;
    }

    /** The first day of the unbroken stay in the unit of the day, in whatever positions. */
    LocalDate inUnitSince() {
        int index = heldIndex();
        var held = all.get(index);
        var since = held.startsOn();
        while (--index >= 0) {
            var before = all.get(index);
            if (!Objects.equals(before.unitId(), held.unitId()) || !before.lastsOn(since.minusDays(1))) {
                break;
            }
            since = before.startsOn();
        }
        return since;
    }

    /** The first day on which the level of the day was held, as the timeline tells it. */
    LocalDate inLevelSince() {
        int index = heldIndex();
        var level = all.get(index).level();
        var since = all.get(index).startsOn();
        while (--index >= 0 && all.get(index).level() == level) {
            since = all.get(index).startsOn();
        }
        return since;
    }
}
