package id.karier.integration.feed;

import id.karier.changes.Change.Action;
import id.karier.changes.Change.Difference;
import id.karier.changes.Change.Party;
import id.karier.changes.LoggedFields;
import id.karier.employee.EmployeeObjects;
import id.karier.integration.feed.FeedJson.FeedChange;
import id.karier.integration.feed.FeedJson.FeedPage;
import id.karier.integration.feed.FeedQueries.Logged;
import id.karier.integration.feed.FeedQueries.Scope;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectReach;
import id.karier.kernel.access.ObjectRegistry;
import id.karier.kernel.access.Reach;
import id.karier.kernel.access.Team;
import id.karier.kernel.data.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The change log as one caller may see it today: kinds that she may read, objects within her reach, members that the kinds
 * tell. What comes into her reach is told whole, what leaves it as a tombstone; so whoever applies the feed from its
 * beginning holds what a full reading shows.
 */
@ApplicationScoped
public class FeedService {
    private static final int VIEW_BYTES = 12;
    private static final int SEAL_BYTES = 6;
    private static final int RADIX = 36;
    private static final Difference NAMED = new Difference(null, null);
    private static final String PLACE = EmployeeObjects.PLACE.name();

    private final FeedQueries queries;
    private final ObjectRegistry kinds;
    private final ObjectReach reach;
    private final Team team;
    private final Caller caller;
    private final Secrets secrets;
    private final LoggedFields logged;
    private final MemberGuards guards;

    FeedService(
            FeedQueries queries,
            ObjectRegistry kinds,
            ObjectReach reach,
            Team team,
            Caller caller,
            Secrets secrets,
            LoggedFields logged,
            MemberGuards guards) {
        this.queries = queries;
        this.kinds = kinds;
        this.reach = reach;
        this.team = team;
        this.caller = caller;
        this.secrets = secrets;
        this.logged = logged;
        this.guards = guards;
    }

    /**
     * @param view the mark of the reach under which the caller read so far; null for a caller who keeps none
     * @param types kinds to be told of; all that the caller may read when empty
     * @throws ProblemException 400 for a kind that is not there or a position beyond the end, 403 for a kind that the
     *     caller may not read
     */
    FeedPage after(long after, @Nullable String view, Set<String> types, int limit) {
        long end = queries.end();
        if (after > end) {
            throw new ProblemException(
                    ErrorCode.INVALID_PARAMETER, FieldError.in("feed", "after", "POSITION_BEYOND_END", end));
        }
        var scope = scope(types);
        var mark = mark(scope);
        if (view != null && !isOf(view, mark, end)) {
            return new FeedPage(List.of(), 0, true, mark, true);
        }
        if (scope.isEmpty()) {
            return page(List.of(), end, false, mark);
        }
        return page(after, end, scope, mark, limit);
    }

    /** Whether a caller who keeps this view was told what she still may see, from the log that there still is. */
    private boolean isOf(String view, String mark, long end) {
        var parts = view.split("\\.", 3);
        if (!parts[0].equals(mark)) {
            return false;
        }
        // views of older versions say nothing of the log
        return parts.length < 3 || isOfThisLog(parts[1], parts[2], end);
    }

    private boolean isOfThisLog(String at, String change, long end) {
        try {
            long position = Long.parseLong(at, RADIX);
            return position <= end && change.equals(seal(position));
        } catch (NumberFormatException forged) {
            return false;
        }
    }

    /** The view with a seal of what stands at its position: a log that was set back and written on has another there. */
    private FeedPage page(List<FeedChange> items, long last, boolean more, String mark) {
        var view = last == 0 ? mark : mark + '.' + Long.toString(last, RADIX) + '.' + seal(last);
        return new FeedPage(items, last, more, view, false);
    }

    private String seal(long position) {
        var change = queries.at(position).map(UUID::toString).orElse("");
        var seal = secrets.hmac("feed.place", change.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(seal, SEAL_BYTES));
    }

    /** The end, for a device that has just read everything else. */
    FeedPage end(Set<String> types) {
        return page(List.of(), queries.end(), false, mark(scope(types)));
    }

    /** A mark of what decides what the caller is told: another one, and what she was told so far may be too much or little. */
    private String mark(Scope scope) {
        var led = scope.team().isEmpty() ? Set.<String>of() : new TreeSet<>(queries.led(reach.self()));
        var said = String.join(
                        "|",
                        caller.tenant(),
                        reach.self().toString(),
                        scope.open().toString(),
                        scope.team().toString())
                + "|" + String.join("|", scope.own().toString(), scope.party().toString(), led.toString())
                + guards.mark();
        var mark = secrets.hmac("feed.view", said.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mark, VIEW_BYTES));
    }

    private FeedPage page(long after, long end, Scope scope, String mark, int limit) {
        var who = new HashMap<String, Object>(scope.team().isEmpty() ? Map.of() : team.values());
        who.put("self", reach.self());
        var found = queries.after(after, end, scope, who, limit + 1);
        var reading = new Reading(scope);
        var items = new ArrayList<FeedChange>();
        long last = after;
        for (int i = 0; i < found.size(); i++) {
            var told = i < limit ? reading.told(found.get(i)) : List.<FeedChange>of();
            if (i == limit || (!items.isEmpty() && items.size() + told.size() > limit)) {
                return page(List.copyOf(items), last, true, mark);
            }
            items.addAll(told);
            last = found.get(i).position();
        }
        return page(List.copyOf(items), end, false, mark);
    }

    private Scope scope(Set<String> types) {
        var told = new TreeSet<String>();
        kinds.all().stream().filter(ObjectKind::isTold).forEach(kind -> told.add(kind.name()));
        for (var type : types) {
            if (!told.contains(type)) {
                throw new ProblemException(
                        ErrorCode.INVALID_PARAMETER,
                        FieldError.in("feed", "types", "TYPE_UNKNOWN", type, String.join(", ", told)));
            }
        }
        var open = new ArrayList<String>();
        var ofTeam = new ArrayList<String>();
        var own = new ArrayList<String>();
        var party = new ArrayList<String>();
        for (var kind : kinds.all()) {
            if (!kind.isTold() || !(types.isEmpty() || types.contains(kind.name()))) {
                continue;
            }
            var far = reach(kind);
            if (far == Reach.NONE && !types.isEmpty()) {
                throw new ProblemException(
                        ErrorCode.FORBIDDEN, FieldError.in("feed", "types", "TYPE_FORBIDDEN", kind.name()));
            }
            switch (far) {
                case NATION, AGENCY -> open.add(kind.name());
                case TEAM -> ofTeam.add(kind.name());
                case SELF -> own.add(kind.name());
                case NONE -> {}
            }
            if ((far == Reach.TEAM || far == Reach.SELF) && !kind.parties().isEmpty()) {
                party.add(kind.name());
            }
        }
        if (!ofTeam.isEmpty()) {
            open.add(PLACE);
        }
        return new Scope(open, ofTeam, own, party, team.members());
    }

    /** What is about nobody is as open as its guard says; what is about people no further than the feed itself. */
    private Reach reach(ObjectKind kind) {
        var guard = AccessTable.reach(caller.identity(), kind.guard(), id.karier.kernel.access.Action.READ);
        if (kind.isAboutPeople()) {
            return ObjectReach.least(caller.reach(), guard);
        }
        // under the tenant of every agency a permission for one's own cannot be told apart
        return caller.reach() == Reach.NATION && guard != Reach.NATION ? Reach.NONE : guard;
    }

    /** One reading of the feed: remembers what it has looked up about persons and objects. */
    private final class Reading {
        private final Scope scope;
        private final Map<UUID, Boolean> inTeam = new HashMap<>();
        private final Map<UUID, Boolean> isParty = new HashMap<>();
        private @Nullable Set<String> led;

        Reading(Scope scope) {
            this.scope = scope;
        }

        /** What a logged change comes to for the caller: usually itself, sometimes nothing, sometimes much. */
        List<FeedChange> told(Logged change) {
            if (change.kind().equals(PLACE)) {
                return moved(change);
            }
            var kind = kinds.named(change.kind()).orElse(null);
            if (kind == null) {
                return List.of();
            }
            if (scope.party().contains(change.kind()) && !isAboutCallerOrTeam(change)) {
                return ofCase(change, kind);
            }
            return only(change, kind);
        }

        private List<FeedChange> only(Logged change, ObjectKind kind) {
            var fields = told(kind, change);
            return change.action() == Action.UPDATED && fields.isEmpty()
                    ? List.of()
                    : List.of(change(change, change.action(), fields));
        }

        private boolean isAboutCallerOrTeam(Logged change) {
            var person = change.about();
            return person != null
                    && (person.equals(reach.self()) || (scope.team().contains(change.kind()) && isInTeam(person)));
        }

        private boolean isInTeam(UUID person) {
            return inTeam.computeIfAbsent(person, team::holds);
        }

        /** Somebody moved: out of the team of a leader, or into it, or neither. */
        private List<FeedChange> moved(Logged change) {
            var person = change.about();
            var path = fields(change).get("unitPath");
            if (scope.team().isEmpty() || person == null || path == null || person.equals(reach.self())) {
                return List.of();
            }
            boolean was = isLed(path.before());
            boolean is = isLed(path.after());
            if (was && !is) {
                return tombstones(change, queries.about(person, change.position(), scope.team()));
            }
            if (is && !was && isInTeam(person)) {
                return whole(change, queries.about(person, change.position(), scope.team()));
            }
            return List.of();
        }

        private boolean isLed(@Nullable Object path) {
            if (led == null) {
                led = queries.led(reach.self());
            }
            return path instanceof List<?> units
                    && units.stream()
                            .anyMatch(unit -> led.contains(String.valueOf(unit).replace("-", "")));
        }

        /** A case in which the caller has, had or gets a part. */
        private List<FeedChange> ofCase(Logged change, ObjectKind kind) {
            boolean party = isParty.computeIfAbsent(change.objectId(), this::hasPart);
            if (!party) {
                return List.of(change(change, Action.DELETED, Map.of()));
            }
            boolean joined = change.action() == Action.UPDATED && joins(change, kind);
            return joined ? whole(change, queries.of(change.objectId(), change.position())) : only(change, kind);
        }

        private boolean hasPart(UUID object) {
            var part = queries.part(object, reach.self());
            return part != null && part != Party.LEFT;
        }

        private boolean joins(Logged change, ObjectKind kind) {
            var fields = fields(change);
            return kind.parties().stream()
                    .map(property -> kind.members().get(property))
                    .map(member -> member == null ? null : fields.get(member.name()))
                    .anyMatch(difference ->
                            difference != null && reach.self().toString().equals(String.valueOf(difference.after())));
        }

        /** Drops every object that a past tells of. */
        private List<FeedChange> tombstones(Logged at, List<Logged> past) {
            var items = new ArrayList<FeedChange>();
            for (var object : latest(past).values()) {
                if (object.action() != Action.DELETED) {
                    items.add(change(at, object, Action.DELETED, Map.of()));
                }
            }
            return items;
        }

        /** Every object that a past tells of, as it stood at its end. */
        private List<FeedChange> whole(Logged at, List<Logged> past) {
            var states = new LinkedHashMap<UUID, Map<String, Difference>>();
            for (var step : past) {
                var kind = kinds.named(step.kind()).orElse(null);
                if (kind == null || step.action() == Action.DELETED) {
                    states.remove(step.objectId());
                    continue;
                }
                var state = states.computeIfAbsent(step.objectId(), id -> new LinkedHashMap<>());
                told(kind, step).forEach((name, d) -> state.put(name, new Difference(null, d.after())));
            }
            var latest = latest(past);
            var items = new ArrayList<FeedChange>();
            states.forEach((object, state) -> {
                state.values().removeIf(difference -> difference.after() == null);
                items.add(change(at, Objects.requireNonNull(latest.get(object)), Action.CREATED, state));
            });
            return items;
        }

        private static Map<UUID, Logged> latest(List<Logged> past) {
            var latest = new LinkedHashMap<UUID, Logged>();
            past.forEach(step -> latest.put(step.objectId(), step));
            return latest;
        }

        private Map<String, Difference> told(ObjectKind kind, Logged change) {
            var fields = fields(change);
            fields.keySet()
                    .removeIf(name ->
                            !kind.told().contains(name) && !kind.maskedAs().contains(name));
            fields.keySet().removeIf(name -> !guards.isTold(kind, name, change.about()));
            // what is shown masked is told as changed, without a value
            fields.replaceAll((name, d) -> kind.maskedAs().contains(name) ? NAMED : d);
            return fields;
        }
    }

    private static FeedChange change(Logged logged, Action action, Map<String, Difference> fields) {
        return change(logged, logged, action, fields);
    }

    private static FeedChange change(Logged at, Logged object, Action action, Map<String, Difference> fields) {
        return new FeedChange(
                at.position(),
                at.occurredAt(),
                object.kind(),
                object.objectId(),
                object.about(),
                action,
                Collections.unmodifiableMap(fields));
    }

    private Map<String, Difference> fields(Logged change) {
        return logged.read(change.kind(), change.objectId(), change.fields());
    }
}
