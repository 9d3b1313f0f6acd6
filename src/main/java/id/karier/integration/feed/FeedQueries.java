package id.karier.integration.feed;

import id.karier.changes.Change;
import id.karier.changes.Change.Party;
import id.karier.changes.LoggedFields;
import id.karier.integration.feed.FeedJson.AuditEntry;
import id.karier.integration.feed.FeedJson.Reading;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import id.karier.kernel.web.ListFilter;
import id.karier.kernel.web.ListSpec;
import id.karier.kernel.web.Lists;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every query over the change log. */
@ApplicationScoped
public class FeedQueries {
    private static final String COLUMNS =
            "c.id, c.position, c.occurred_at, c.object_type, c.object_id, c.employee_id, c.action, c.fields";
    private static final String BRANCH = "select " + COLUMNS + " from change_log c where c.agency = :agency"
            + " and c.position > :after and c.position <= :end and ";

    public static final ListSpec<AuditEntry> AUDIT = ListSpec.of("audit", FeedQueries::auditEntry)
            .columns("c.position, c.id, c.agency, c.occurred_at, c.actor_id, c.operation, c.request_id, c.object_type,"
                    + " c.object_id, c.employee_id, c.action, c.fields, c.reason")
            .from("change_log c", "c.agency")
            .notAboutPeople()
            .sortedBy(SortKey.number("position", "c.position", AuditEntry::position))
            .then(SortKey.id("c.id", AuditEntry::id))
            .order("-position")
            .build();
    public static final ListSpec<Reading> READINGS = ListSpec.of("readings", FeedQueries::reading)
            .columns("c.position, c.occurred_at, c.actor_id, c.request_id,"
                    + " coalesce(json_contains_path(c.fields, 'one', '$.own'), 0)")
            .from("change_log c", "c.agency")
            .about("c.employee_id")
            .sortedBy(SortKey.number("position", "c.position", Reading::position))
            .then(SortKey.number("position", "c.position", Reading::position))
            .order("-position")
            .build();

    private static final SqlText END = SqlText.ofNode("select last_position from change_sequence where id = 1");
    private static final SqlText AT = SqlText.ofNode("select id from change_log where position = :position");
    private static final SqlText ABOUT = SqlText.ofAgency("select " + COLUMNS + " from change_log c"
            + " where c.agency = :agency and c.employee_id = :person and c.position <= :end and c.object_type in (:kinds)"
            + " order by c.position");
    private static final SqlText OF_OBJECT = SqlText.ofAgency("select " + COLUMNS + " from change_log c"
            + " where c.agency = :agency and c.object_id = :object and c.position <= :end order by c.position");
    private static final SqlText PART = SqlText.ofNode("""
            select p.part from change_parties p
            where p.object_id = :object and p.employee_id = :self order by p.change_id desc limit 1""");
    private static final SqlText LED = SqlText.ofAgency("""
            select e.led_units from employees e where e.agency = :agency and e.id = :self""");

    private final AgencySql sql;
    private final Lists lists;
    private final LoggedFields fields;
    private final Map<String, SqlText> feeds = new ConcurrentHashMap<>();

    FeedQueries(AgencySql sql, Lists lists, LoggedFields fields) {
        this.sql = sql;
        this.fields = fields;
        this.lists = lists;
    }

    /** What an auditor looks for. */
    record AuditFilter(
            @Nullable UUID object,
            @Nullable UUID employee,
            @Nullable UUID actor,
            Change.@Nullable Action action) {}

    /** A change as it is logged. */
    record Logged(
            UUID id,
            long position,
            Instant occurredAt,
            String kind,
            UUID objectId,
            @Nullable UUID about,
            Change.Action action,
            String fields) {}

    /**
     * What somebody may be told, by how far she reaches each kind.
     *
     * @param open kinds of which she is told everything
     * @param team kinds of which she is told what is about her or her team
     * @param own kinds of which she is told what is about her
     * @param party kinds, among the last two, in whose cases she may have a part
     * @param members SQL that selects her team
     */
    record Scope(List<String> open, List<String> team, List<String> own, List<String> party, String members) {
        boolean isEmpty() {
            return open.isEmpty() && team.isEmpty() && own.isEmpty();
        }
    }

    private static Logged logged(Row row) throws SQLException {
        return new Logged(
                row.id(),
                row.number(),
                row.instant(),
                row.text(),
                row.id(),
                row.optionalId(),
                row.constant(Change.Action.class),
                row.text());
    }

    private static AuditEntry auditEntry(Row row) throws SQLException {
        return new AuditEntry(
                row.number(),
                row.id(),
                row.text(),
                row.instant(),
                row.optionalId(),
                row.text(),
                row.text(),
                row.text(),
                row.id(),
                row.optionalId(),
                row.constant(Change.Action.class),
                row.text(),
                row.optionalText());
    }

    private static Reading reading(Row row) throws SQLException {
        return new Reading(row.number(), row.instant(), row.optionalId(), null, List.of(), row.text(), row.flag());
    }

    /** The last position that was given out. */
    long end() {
        return sql.count(END, Map.of());
    }

    /** Which change has a position; empty for a position that nothing has. */
    Optional<UUID> at(long position) {
        return sql.first(AT, Map.of("position", position), Row::id);
    }

    /** The next changes within a scope, in their order. */
    List<Logged> after(long after, long end, Scope scope, Map<String, Object> who, int most) {
        var values = new HashMap<String, Object>(who);
        values.put("after", after);
        values.put("end", end);
        values.put("most", most);
        var branches = new ArrayList<String>();
        boolean narrow = !scope.team().isEmpty() || !scope.own().isEmpty();
        if (narrow) {
            // few changes of many: each kind is entered by its own index
            int number = 0;
            for (var kind : scope.open()) {
                var name = "kind" + number++;
                branches.add("c.object_type = :" + name);
                values.put(name, kind);
            }
        } else {
            branches.add("c.object_type in (:open)");
            values.put("open", scope.open());
        }
        if (!scope.own().isEmpty()) {
            branches.add("c.employee_id = :self and c.object_type in (:own)");
            values.put("own", scope.own());
        }
        if (!scope.team().isEmpty()) {
            branches.add("c.employee_id = :self and c.object_type in (:team)");
            branches.add("c.object_type in (:team) and c.employee_id <> :self and c.employee_id in (" + scope.members()
                    + ")");
            values.put("team", scope.team());
        }
        if (!scope.party().isEmpty()) {
            branches.add("c.object_type in (:party) and (c.employee_id is null or c.employee_id <> :self)"
                    + " and c.id in (select p.change_id from change_parties p where p.employee_id = :self)");
            values.put("party", scope.party());
        }
        var text = feeds.computeIfAbsent(
                branches.stream()
                                .map(branch -> "(" + BRANCH + branch + " order by c.position limit :most)")
                                .collect(Collectors.joining(" union ", "select * from (", ") c"))
                        + " order by c.position limit :most",
                SqlText::ofNation);
        return sql.rows(text, values, FeedQueries::logged);
    }

    /** Everything of some kinds that was logged about a person up to a position. */
    List<Logged> about(UUID person, long end, Collection<String> kinds) {
        return sql.rows(ABOUT, Map.of("person", person, "end", end, "kinds", kinds), FeedQueries::logged);
    }

    /** Everything that was logged of an object up to a position. */
    List<Logged> of(UUID object, long end) {
        return sql.rows(OF_OBJECT, Map.of("object", object, "end", end), FeedQueries::logged);
    }

    /** What the last change of an object made of somebody's part in it, or null when she never had one. */
    @Nullable
    Party part(UUID object, UUID self) {
        return sql.first(PART, Map.of("object", object, "self", self), row -> row.constant(Party.class))
                .orElse(null);
    }

    /** The units that somebody leads, as the register last said. */
    Set<String> led(UUID self) {
        return sql.first(LED, Map.of("self", self), row -> {
                    var units = row.optionalText();
                    return units == null ? Set.<String>of() : Set.of(units.split(",", -1));
                })
                .map(HashSet::new)
                .orElseGet(HashSet::new);
    }

    Page<AuditEntry> audit(AuditFilter filter, PageRequest page) {
        var narrowed = new ListFilter()
                .when(true, "placed", "c.position is not null")
                .where("c.object_id = :object", "object", filter.object())
                .where("c.employee_id = :employee", "employee", filter.employee())
                .where("c.actor_id = :actor", "actor", filter.actor())
                .where("c.action = :action", "action", filter.action());
        var found = lists.page(AUDIT, narrowed, page);
        var items = found.items().stream()
                .map(entry -> entry.saying(fields.open(entry.objectType(), entry.objectId(), entry.fields())))
                .toList();
        return new Page<>(items, found.next(), found.total());
    }

    Page<Reading> readings(UUID employee, PageRequest page) {
        var narrowed = new ListFilter()
                .when(true, "placed", "c.position is not null")
                .where("c.action = :action", "action", Change.Action.VIEWED)
                .where("c.employee_id = :employee", "employee", employee);
        return lists.page(READINGS, narrowed, page);
    }
}
