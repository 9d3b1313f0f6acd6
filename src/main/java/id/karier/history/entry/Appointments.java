package id.karier.history.entry;

import id.karier.employee.EmployeeKind;
import id.karier.history.entry.HolderQueries.Seat;
import id.karier.history.entry.HolderRules.Days;
import id.karier.history.entry.HolderRules.Holder;
import id.karier.kernel.Published;
import id.karier.rules.RuleSets;
import id.karier.rules.Selection;
import id.karier.rules.body.AppointmentBody;
import id.karier.rules.body.AppointmentBody.HolderKind;
import id.karier.rules.body.CreditPointsBody;
import id.karier.rules.body.RankPromotionBody;
import id.karier.rules.terms.Rank;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@link HolderRules} are asked with: posts that are locked, who holds them, and the law of a day. */
@Published
@ApplicationScoped
public class Appointments {
    private final HolderQueries queries;
    private final RuleSets ruleSets;

    Appointments(HolderQueries queries, RuleSets ruleSets) {
        this.queries = queries;
        this.ruleSets = ruleSets;
    }

    /**
     * Posts, locked until the transaction ends, so that nobody else is appointed to them meanwhile, and their holders.
     *
     * @param ledUnits units whose heads are asked for as well, besides those that the posts lead
     * @param since holders of earlier days are left out
     */
    public Seats lock(Collection<UUID> positions, Collection<UUID> ledUnits, LocalDate since) {
        var ids = List.copyOf(positions);
        var seats = queries.lock(ids);
        var units = new HashSet<>(ledUnits);
        seats.values().stream().filter(seat -> seat.post().leadsUnit()).forEach(seat -> units.add(seat.unitId()));
        return new Seats(seats, queries.holders(ids, since), queries.heads(units, since));
    }

    /**
     * One holding of a post.
     *
     * @param ledUnit the unit that the post leads; null for none
     */
    public record Hold(UUID position, @Nullable UUID ledUnit, Holder holder) {}

    /** Some posts with their definitive holders, and units with their definitive heads. */
    @Published
    public static final class Seats {
        private final Map<UUID, Seat> seats;
        private final Map<UUID, List<Holder>> holders;
        private final Map<UUID, List<Holder>> heads;

        Seats(Map<UUID, Seat> seats, Map<UUID, List<Holder>> holders, Map<UUID, List<Holder>> heads) {
            this.seats = Map.copyOf(seats);
            this.holders = new HashMap<>(holders);
            this.heads = new HashMap<>(heads);
        }

        /** The same, to be changed by itself. */
        public Seats copy() {
            return new Seats(seats, holders, heads);
        }

        public HolderRules.@Nullable Post post(UUID position) {
            var seat = seats.get(position);
            return seat == null ? null : seat.post();
        }

        /** The unit that a post leads; null for none. */
        public @Nullable UUID ledUnit(UUID position) {
            var seat = seats.get(position);
            return seat == null || !seat.post().leadsUnit() ? null : seat.unitId();
        }

        /** The holders of a post but one. */
        public List<Holder> holders(UUID position, UUID except) {
            return but(holders.getOrDefault(position, List.of()), except);
        }

        /** The heads of a unit but one. */
        public List<Holder> heads(@Nullable UUID unit, UUID except) {
            return unit == null ? List.of() : but(heads.getOrDefault(unit, List.of()), except);
        }

        private static List<Holder> but(List<Holder> all, UUID except) {
            return all.stream()
                    .filter(holder -> !holder.person().equals(except))
                    .toList();
        }

        /** A person holds these from now on, whatever is stored. */
        public void replace(UUID person, List<Hold> held) {
            holders.replaceAll((position, all) -> but(all, person));
            heads.replaceAll((unit, all) -> but(all, person));
            for (var hold : held) {
                holders.merge(hold.position(), List.of(hold.holder()), Seats::both);
                if (hold.ledUnit() != null) {
                    heads.merge(hold.ledUnit(), List.of(hold.holder()), Seats::both);
                }
            }
        }

        private static List<Holder> both(List<Holder> some, List<Holder> more) {
            return Stream.concat(some.stream(), more.stream()).toList();
        }
    }

    /**
     * The law by which a holding is judged: that of its first day; for one that lasts today, or is to come, at least the
     * oldest that is known.
     */
    public @Nullable HolderLaw law(Days days, LocalDate today, String agency) {
        return law(days.from(), agency)
                .or(() -> days.since(today) == null ? Optional.empty() : law(today, agency))
                .orElse(null);
    }

    private Optional<HolderLaw> law(LocalDate day, String agency) {
        var selection = new Selection(day, null, agency);
        return ruleSets.find(AppointmentBody.class, selection)
                .map(found -> found.body())
                .filter(body -> body.holders() != null)
                .map(body -> new HolderLaw(
                        body,
                        Objects.requireNonNull(body.holders()),
                        ruleSets.find(RankPromotionBody.class, selection)
                                .map(found -> found.body())
                                .orElse(null),
                        ruleSets.find(CreditPointsBody.class, selection)
                                .map(found -> found.body())
                                .orElse(null)));
    }

    /** The rank as a PNS that a person had on a day; null when none is on record, and for the grade of a PPPK. */
    @Nullable
    Rank rankOn(UUID person, LocalDate day) {
        return queries.rankOn(person, day).map(Appointments::rank).orElse(null);
    }

    /** The rank that a code names; null for the grade of a PPPK. */
    public static @Nullable Rank rank(@Nullable String code) {
        return Arrays.stream(Rank.values())
                .filter(rank -> rank.grade().equals(code))
                .findFirst()
                .orElse(null);
    }

    public static HolderKind kind(EmployeeKind kind) {
        return HolderKind.valueOf(kind.name());
    }
}
