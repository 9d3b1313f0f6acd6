package id.karier.demo.population;

import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.PositionLevel;
import id.karier.rules.terms.Rank;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The course of a permanent career, month by month: ranks by law, and the levels that it climbed to. */
final class Course {
    /** How a rank was reached: codes of the register. */
    static final String REGULAR = "REGULER";

    static final String STRUCTURAL = "STRUKTURAL";
    static final String FUNCTIONAL = "FUNGSIONAL";
    static final String DIPLOMA = "PENYESUAIAN_IJAZAH";

    private final Dice dice;
    private final boolean hurried;
    private final boolean doctor;
    private final List<PositionLevel> ladder;
    private final List<Studies.Degree> degrees;
    private final List<RankStep> ranks = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private final int until;
    private Rank rank;
    private int rankSince;
    private int stageSince;
    private int stage;
    private int pace;
    private int patience;

    private Course(
            Dice dice,
            boolean hurried,
            boolean doctor,
            List<PositionLevel> ladder,
            List<Studies.Degree> degrees,
            Rank rank,
            int appointed,
            int until) {
        this.dice = dice;
        this.hurried = hurried;
        this.doctor = doctor;
        this.ladder = ladder;
        this.degrees = degrees;
        this.rank = rank;
        this.until = until;
        this.rankSince = appointed;
        this.stageSince = appointed;
        ranks.add(new RankStep(rank, day(appointed), null));
        stages.add(new Stage(ladder.get(0), day(appointed)));
        pace = pace();
        patience = patience();
    }

    /** A rank and its day. */
    record RankStep(Rank rank, LocalDate from, @Nullable String kind) {}

    /** A level and its day. */
    record Stage(PositionLevel level, LocalDate from) {}

    /** What came out. */
    record Result(List<RankStep> ranks, List<Stage> stages) {}

    /**
     * @param ladder the levels from the first to the one that is held in the end; the end is always reached when the law
     *     lets it within the time
     * @param until the last day that is told, promotions that are decreed for the month after it included
     */
    static Result run(
            Dice dice,
            LocalDate appointed,
            LocalDate until,
            Studies.Entry entry,
            List<PositionLevel> ladder,
            List<Studies.Degree> degrees,
            boolean promotedNextMonth) {
        for (int attempt = 0; ; attempt++) {
            boolean hurried = attempt > 0;
            var course = new Course(
                    dice,
                    hurried,
                    entry.doctor(),
                    ladder,
                    degrees,
                    CareerLaw.entry(entry.level(), entry.doctor()),
                    month(appointed),
                    month(until));
            course.run(month(appointed), promotedNextMonth);
            if (course.stage == ladder.size() - 1 || hurried) {
                return new Result(course.ranks, course.stages);
            }
        }
    }

    private void run(int appointed, boolean promotedNextMonth) {
        int last = promotedNextMonth ? until + 1 : until;
        for (int month = appointed + 1; month <= last; month++) {
            if (CareerLaw.isPeriod(month / 12, month % 12 + 1)) {
                promote(month);
            }
            if (month < until) {
                climb(month);
            }
        }
    }

    private void promote(int month) {
        var level = ladder.get(stage);
        int waited = month - rankSince;
        var education = education(month);
        var adjusted = CareerLaw.entry(education, doctor);
        if (level == PositionLevel.PELAKSANA
                && adjusted.isAbove(rank)
                && education.compareTo(EducationLevel.S2) < 0
                && waited >= 24) {
            raise(adjusted, month, DIPLOMA);
            return;
        }
        var next = rank.next().orElse(rank);
        boolean below = CareerLaw.isLeading(level) && rank.isBelow(CareerLaw.lowest(level));
        int needed = below ? CareerLaw.BELOW_POST_MONTHS : pace;
        if (below && month - stageSince < CareerLaw.BELOW_POST_MONTHS) {
            return;
        }
        var limit = level == PositionLevel.PELAKSANA ? CareerLaw.ceiling(education, doctor) : CareerLaw.highest(level);
        if (waited >= needed && next.isAbove(rank) && !next.isAbove(limit)) {
            raise(
                    next,
                    month,
                    CareerLaw.isLeading(level) ? STRUCTURAL : CareerLaw.isFunctional(level) ? FUNCTIONAL : REGULAR);
        }
    }

    private void raise(Rank to, int month, String kind) {
        rank = to;
        rankSince = month;
        ranks.add(new RankStep(to, day(month), kind));
        pace = pace();
    }

    private void climb(int month) {
        if (stage + 1 == ladder.size() || month - stageSince < patience) {
            return;
        }
        var next = ladder.get(stage + 1);
        boolean educated = next != PositionLevel.PENGAWAS || education(month).compareTo(EducationLevel.D3) >= 0;
        if (educated && rank.stepsTo(CareerLaw.lowest(next)) <= 1) {
            stage++;
            stageSince = month;
            pace = pace();
            int day = CareerLaw.isLeading(next) ? dice.between(2, 28) : 1;
            stages.add(new Stage(next, day(month).withDayOfMonth(day)));
            patience = patience();
        }
    }

    /** The highest level that was reached a year before, as its recognition takes its time. */
    private EducationLevel education(int month) {
        var highest = degrees.get(0).level();
        for (var degree : degrees) {
            boolean counts = degree.atAppointment() || month(degree.graduatedOn()) + 12 <= month;
            if (counts && degree.level().compareTo(highest) > 0) {
                highest = degree.level();
            }
        }
        return highest;
    }

    private int pace() {
        if (CareerLaw.isFunctional(ladder.get(stage))) {
            return hurried ? CareerLaw.FUNCTIONAL_MONTHS : CareerLaw.FUNCTIONAL_MONTHS + 6 * dice.between(1, 5);
        }
        return hurried || dice.chance(60) ? CareerLaw.REGULAR_MONTHS : CareerLaw.REGULAR_MONTHS + dice.between(1, 14);
    }

    private int patience() {
        if (stage + 1 == ladder.size()) {
            return 0;
        }
        boolean first = stage == 0;
        return switch (ladder.get(stage + 1)) {
            case PENGAWAS -> hurried ? 48 : dice.between(60, 132);
            case ADMINISTRATOR -> hurried ? 36 : dice.between(40, 84);
            // The highest post of a region is held for some years before retirement, not for decades.
            case JPT_MADYA -> Math.max(24, until - dice.between(10, 60) - stageSince);
            case JPT_PRATAMA -> hurried ? 24 : dice.between(30, 72);
            default -> first ? dice.between(13, 18) : hurried ? 24 : dice.between(26, 48);
        };
    }

    static int month(LocalDate day) {
        return day.getYear() * 12 + day.getMonthValue() - 1;
    }

    static LocalDate day(int month) {
        return LocalDate.of(month / 12, month % 12 + 1, 1);
    }
}
