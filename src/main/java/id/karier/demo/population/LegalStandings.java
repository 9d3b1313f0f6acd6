package id.karier.demo.population;

import id.karier.demo.population.Person.Decree;
import id.karier.demo.population.Person.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Since when, and by which decree, people have the standing that they have, and what some of them had before. Everything
 * follows from the person's id, so that nothing else of the population becomes another by it.
 */
final class LegalStandings {
    /** Of so many people one was on leave or studied years ago. */
    private static final int ONE_OF = 60;

    private LegalStandings() {}

    /** @param retirement the first day of the pension */
    static List<Standing> of(UUID id, String status, LocalDate appointed, LocalDate reference, LocalDate retirement) {
        var rows = new ArrayList<Standing>();
        int lot = (int) Math.floorMod(id.getLeastSignificantBits() >> 8, 10_000L);
        var back = reference.minusYears(4).withDayOfYear(1).minusMonths(lot % 12);
        if (lot % ONE_OF == 0 && appointed.plusYears(6).isBefore(back) && !status.equals("RETIRED")) {
            var former = lot % 3 == 0 ? "UNPAID_LEAVE" : "STUDY_ASSIGNMENT";
            var from = back.minusYears(2);
            rows.add(row(id, rows.size(), former, from, back.minusDays(1), null, lot));
        }
        if (status.equals("RETIRED")) {
            rows.add(row(id, rows.size(), status, retirement, null, null, lot));
        } else if (!status.equals("ACTIVE")) {
            var from = reference.withDayOfMonth(1).minusMonths(2 + lot % 14);
            var to = status.equals("SECONDED") ? "Badan Nasional Contoh" : null;
            rows.add(row(id, rows.size(), status, from.isBefore(appointed) ? appointed : from, null, to, lot));
        }
        return List.copyOf(rows);
    }

    private static Standing row(
            UUID id,
            int place,
            String status,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String destination,
            int lot) {
        var code = status.equals("RETIRED") ? "882" : status.equals("UNPAID_LEAVE") ? "851" : "892";
        var date = from.minusDays(7L + lot % 20);
        var decree = new Decree(code + '/' + (11 + lot % 900) + "/BKD/" + date.getYear(), date);
        var own = new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ (0x510L + place));
        return new Standing(own, status, from, until, destination, decree);
    }
}
