package id.karier.demo.population;

import id.karier.demo.population.Person.Decree;
import id.karier.rules.terms.PositionLevel;
import java.time.LocalDate;

/** Numbers and days of decrees, in the manner of the classification codes of personnel offices. */
final class Decrees {
    private Decrees() {}

    static Decree candidate(LocalDate from, Dice dice) {
        return of("813.3", from, 10, 60, dice);
    }

    static Decree permanent(LocalDate from, Dice dice) {
        return of("821.1", from, 5, 40, dice);
    }

    static Decree contract(LocalDate from, Dice dice) {
        return of("814.1", from, 5, 30, dice);
    }

    static Decree rank(LocalDate from, Dice dice) {
        return of("823.4", from, 8, 45, dice);
    }

    static Decree position(PositionLevel level, LocalDate from, Dice dice) {
        var code = CareerLaw.isLeading(level) ? "821.2" : CareerLaw.isFunctional(level) ? "821.29" : "824.4";
        return of(code, from, 1, 12, dice);
    }

    static Decree credit(LocalDate ends, Dice dice) {
        var date = ends.plusDays(dice.between(12, 45));
        return new Decree("800/" + dice.between(11, 2400) + "/PAK/" + date.getYear(), date);
    }

    static Decree award(LocalDate granted, Dice dice) {
        return new Decree(
                dice.between(20, 140) + "/TK/TAHUN " + granted.getYear(), granted.minusDays(dice.between(5, 40)));
    }

    static Decree discipline(LocalDate from, Dice dice) {
        return of("862", from, 3, 15, dice);
    }

    private static Decree of(String code, LocalDate from, int least, int most, Dice dice) {
        var date = from.minusDays(dice.between(least, most));
        return new Decree(code + '/' + dice.between(11, 3900) + "/BKD/" + date.getYear(), date);
    }
}
