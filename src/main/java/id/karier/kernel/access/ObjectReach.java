package id.karier.kernel.access;

import id.karier.kernel.Caller;
import id.karier.kernel.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which objects of a kind the caller reaches: SELF what is about her or has her for a party, TEAM also what is about
 * somebody of her team, AGENCY and NATION all.
 */
@ApplicationScoped
public class ObjectReach {
    /** Whom an officer without a record of her own is. */
    public static final UUID NOBODY = new UUID(0, 0);

    private final Caller caller;
    private final Team team;

    ObjectReach(Caller caller, Team team) {
        this.caller = caller;
        this.team = team;
    }

    /** The condition that a reach puts on rows, with its values; no condition at all when every row is within reach. */
    public record Narrowing(@Nullable String condition, Map<String, Object> values) {
        /** Every row is within reach. */
        public static final Narrowing NONE = new Narrowing(null, Map.of());

        /** What a cursor is bound to: whose rows these are. */
        public String binding() {
            return condition == null ? "all" : condition + values.get("self");
        }
    }

    /** How far the caller reaches objects of a kind in what is being performed: never further than their guard lets. */
    public Reach of(ObjectKind kind) {
        if (caller.performsOn(kind.guard()) || caller.isSystem()) {
            return caller.reach();
        }
        return least(caller.reach(), AccessTable.reach(caller.identity(), kind.guard(), Action.READ));
    }

    /** The shorter of two reaches. */
    public static Reach least(Reach one, Reach other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /**
     * Narrows rows of SQL.
     *
     * @param kind of the objects; null for rows that the permission for what is being performed covers
     * @param about column that names the person whom a row is about, or null
     * @param parties columns that name its parties
     */
    public Narrowing narrowing(@Nullable ObjectKind kind, @Nullable String about, List<String> parties) {
        return narrowing(kind == null ? caller.reach() : of(kind), about, parties);
    }

    /** As {@link #narrowing(ObjectKind, String, List)}, for a reach that is known. */
    public Narrowing narrowing(Reach reach, @Nullable String about, List<String> parties) {
        if (about == null && parties.isEmpty()) {
            return reach == Reach.NONE ? new Narrowing("false", Map.of()) : Narrowing.NONE;
        }
        return switch (reach) {
            case NATION, AGENCY -> Narrowing.NONE;
            case TEAM -> ofTeam(about, parties);
            case SELF -> new Narrowing(own(about, parties), Map.of("self", self()));
            case NONE -> new Narrowing("false", Map.of());
        };
    }

    private Narrowing ofTeam(@Nullable String about, List<String> parties) {
        if (about == null) {
            return new Narrowing(own(null, parties), Map.of("self", self()));
        }
        var values = new HashMap<>(team.values());
        values.put("self", self());
        return new Narrowing(own(about, parties) + " or " + about + " in (" + team.members() + ")", values);
    }

    private static String own(@Nullable String about, List<String> parties) {
        var columns = new ArrayList<>(parties);
        if (about != null) {
            columns.add(0, about);
        }
        return columns.size() == 1 ? columns.get(0) + " = :self" : ":self in (" + String.join(", ", columns) + ")";
    }

    /** Whether an object of the caller's tenant is within her reach. */
    public boolean holds(ObjectKind kind, @Nullable UUID about, Collection<UUID> parties) {
        return kind.isAboutPeople() ? holds(of(kind), about, parties) : of(kind) != Reach.NONE;
    }

    /** Whether what is about a person of the caller's tenant is within a reach. */
    public boolean holds(Reach given, @Nullable UUID about, Collection<UUID> parties) {
        return switch (given) {
            case NATION, AGENCY -> true;
            case TEAM -> isOwn(about, parties) || (about != null && team.holds(about));
            case SELF -> isOwn(about, parties);
            case NONE -> false;
        };
    }

    private boolean isOwn(@Nullable UUID about, Collection<UUID> parties) {
        return self().equals(about) || parties.contains(self());
    }

    /** @throws ProblemException 404 unless an object of the caller's tenant is within her reach */
    public void require(ObjectKind kind, @Nullable UUID about, Collection<UUID> parties) {
        if (!holds(kind, about, parties)) {
            throw ProblemException.notFound();
        }
    }

    /** The caller's own record; nobody's for an officer without one. */
    public UUID self() {
        return Objects.requireNonNullElse(caller.employeeId(), NOBODY);
    }
}
