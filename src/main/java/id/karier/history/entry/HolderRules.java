package id.karier.history.entry;

import id.karier.kernel.FieldError;
import id.karier.kernel.Published;
import id.karier.rules.body.AppointmentBody.Closed;
import id.karier.rules.body.AppointmentBody.HolderKind;
import id.karier.rules.terms.PositionLevel;
import id.karier.rules.terms.Rank;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pure rules on who may hold a post (ADR 0114): what the law forbids is refused, what it only discourages needs a reason.
 * Days are inclusive, a last day that is null is open. What is over before today is judged by kind and rank only: how many
 * a post asked for then, nobody knows.
 */
@Published
public final class HolderRules {
    private HolderRules() {}

    /**
     * Who is to hold a post.
     *
     * @param kind as what she serves on the first day
     * @param rank her rank as a PNS on {@link Days#judgedOn}; null when none is on record, which proves nothing
     */
    public record Candidate(
            UUID id, HolderKind kind, @Nullable Rank rank) {}

    /**
     * A post.
     *
     * @param headcount how many should hold it; null for one that the registers do not know, or that gets its figure later
     */
    public record Post(
            String name,
            PositionLevel level,
            boolean leadsUnit,
            @Nullable Integer headcount) {}

    /** From a day to a day. */
    public record Days(LocalDate from, @Nullable LocalDate until) {
        boolean holds(LocalDate day) {
            return !from.isAfter(day) && (until == null || !until.isBefore(day));
        }

        boolean overlaps(Days other) {
            return (until == null || !until.isBefore(other.from))
                    && (other.until == null || !other.until.isBefore(from));
        }

        /** The day whose rank counts: ranks between the first and the last are often not on record, and only rise. */
        public LocalDate judgedOn(LocalDate today) {
            if (from.isAfter(today)) {
                return from;
            }
            return until == null || until.isAfter(today) ? today : until;
        }

        /** What is left of it from a day on; null for nothing. */
        @Nullable
        Days since(LocalDate day) {
            if (until != null && until.isBefore(day)) {
                return null;
            }
            return from.isBefore(day) ? new Days(day, until) : this;
        }
    }

    /** A definitive holder of the same post, or of another one that leads the same unit. */
    public record Holder(UUID person, String name, Days days) {}

    /**
     * Why somebody does not hold a post, or only for a reason.
     *
     * @param isForbidden false: a reason is enough
     * @param isToldInFiles a file that gives no reason is taken all the same, and told
     */
    public record Objection(boolean isForbidden, boolean isToldInFiles, FieldError error) {}

    /**
     * What speaks against a holding.
     *
     * @param definitive not in acting duty: only then does it fill the post
     * @param law of its first day; null where none is known, so that nothing is judged by it
     * @param holders the definitive holders of the post, without the person
     * @param heads the definitive heads of the unit that the post leads, without the person
     * @param headsSince the first day on which there may be no second head
     */
    public static List<Objection> check(
            Candidate candidate,
            Post post,
            Days days,
            boolean definitive,
            @Nullable HolderLaw law,
            List<Holder> holders,
            List<Holder> heads,
            LocalDate headsSince,
            LocalDate today) {
        var found = new ArrayList<Objection>();
        if (law != null) {
            kind(found, candidate, post, definitive, law);
            if (definitive) {
                rank(found, candidate, post, law);
            }
        }
        if (definitive) {
            found.addAll(room(post, days, law, holders, heads, headsSince, today));
        }
        return found;
    }

    /** Whether a post has room on each day: headcount from today on, and one head. */
    public static List<Objection> room(
            Post post,
            Days days,
            @Nullable HolderLaw law,
            List<Holder> holders,
            List<Holder> heads,
            LocalDate headsSince,
            LocalDate today) {
        var found = new ArrayList<Objection>();
        var ruled = days.since(headsSince);
        if (post.leadsUnit() && ruled != null) {
            for (var head : heads) {
                if (ruled.overlaps(head.days())) {
                    found.add(forbidden(
                            "/positionId",
                            "HEAD_TAKEN",
                            head.name(),
                            head.days().from(),
                            head.days().until() == null ? "…" : head.days().until(),
                            clause(law, "HEAD")));
                    return found;
                }
            }
        }
        var ahead = days.since(today);
        var headcount = post.headcount();
        if (headcount != null && ahead != null) {
            for (var day : turningDays(ahead, holders)) {
                int others = on(day, holders);
                if (others + 1 > headcount) {
                    found.add(discouraged("OVER_HEADCOUNT", headcount, day, others, clause(law, "HEADCOUNT")));
                    break;
                }
            }
        }
        return found;
    }

    /** The number of holders grows only on a day on which one begins. */
    private static TreeSet<LocalDate> turningDays(Days days, List<Holder> holders) {
        var turning = new TreeSet<LocalDate>();
        turning.add(days.from());
        for (var holder : holders) {
            if (days.holds(holder.days().from())) {
                turning.add(holder.days().from());
            }
        }
        return turning;
    }

    private static int on(LocalDate day, List<Holder> holders) {
        var people = new HashSet<UUID>();
        for (var holder : holders) {
            if (holder.days().holds(day)) {
                people.add(holder.person());
            }
        }
        return people.size();
    }

    private static void kind(List<Objection> found, Candidate candidate, Post post, boolean definitive, HolderLaw law) {
        var closed = first(law.closedTo(), candidate, post);
        if (closed != null) {
            found.add(
                    forbidden("/positionId", "POST_CLOSED_TO_KIND", candidate.kind(), post.level(), closed.article()));
            return;
        }
        var discouraged = definitive ? first(law.discouragedFor(), candidate, post) : null;
        if (discouraged != null) {
            found.add(new Objection(
                    false,
                    discouraged.passesInFiles(),
                    HistoryRules.refused(
                            "/reason", "POST_BEFORE_PNS", candidate.kind(), post.level(), discouraged.article())));
        }
    }

    private static @Nullable Closed first(List<Closed> rows, Candidate candidate, Post post) {
        return rows.stream()
                .filter(row -> row.concerns(candidate.kind(), post.level(), post.leadsUnit()))
                .findFirst()
                .orElse(null);
    }

    private static void rank(List<Objection> found, Candidate candidate, Post post, HolderLaw law) {
        var floor = law.floor(post.level());
        var rank = candidate.rank();
        if (floor == null || rank == null) {
            return;
        }
        int below = rank.stepsTo(floor.lowest());
        if (below > floor.steps()) {
            found.add(forbidden("/positionId", "RANK_TOO_LOW", rank, floor.lowest(), floor.clause()));
        } else if (below > 0 && floor.withReason()) {
            found.add(discouraged("RANK_BELOW_POST", rank, floor.lowest(), floor.clause()));
        }
    }

    private static String clause(@Nullable HolderLaw law, String code) {
        return law == null ? "–" : law.clause(code);
    }

    private static Objection forbidden(String pointer, String code, Object... figures) {
        return new Objection(true, false, HistoryRules.refused(pointer, code, figures));
    }

    /** The reason is what is missing. */
    private static Objection discouraged(String code, Object... figures) {
        return new Objection(false, false, HistoryRules.refused("/reason", code, figures));
    }
}
