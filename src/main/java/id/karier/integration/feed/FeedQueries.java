package id.karier.integration.feed;

import id.karier.changes.Change;
import id.karier.employee.EmployeeReach;
import id.karier.integration.feed.FeedJson.AuditEntry;
import id.karier.integration.feed.FeedJson.FeedChange;
import id.karier.integration.feed.FeedJson.FeedPage;
import id.karier.integration.feed.FeedJson.Reading;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.web.Cursors;
import id.karier.kernel.web.ListQuery;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query over the change log. */
@ApplicationScoped
public class FeedQueries {
    /** What the feed tells of: careers and organisation; the rest of the log is for auditors. */
    private static final List<String> IN_FEED = List.of(
            "agency",
            "unit",
            "unit-placement",
            "position",
            "employee",
            "identity-number",
            "employee-rank",
            "employee-position",
            "employee-education",
            "employee-training",
            "employee-award",
            "employee-discipline",
            "employee-credit");

    private static final String FROM = "from LoggedChange c";
    private static final String FEED = """
            select new id.karier.integration.feed.FeedJson$FeedChange(
                c.position, c.occurredAt, c.objectType, c.objectId, c.employeeId, c.action, c.fields)
            from LoggedChange c where c.position > :after and c.objectType in (:types)""";
    private static final String AUDIT = """
            select new id.karier.integration.feed.FeedJson$AuditEntry(
                c.position, c.id, c.agency, c.occurredAt, c.actorId, c.operation, c.requestId, c.objectType,
                c.objectId, c.employeeId, c.action, c.fields, c.reason)""";
    private static final String READINGS = """
            select new id.karier.integration.feed.FeedJson$Reading(c.position, c.occurredAt, c.actorId, c.requestId)""";

    private static final SortKey<AuditEntry> AUDIT_POSITION =
            SortKey.number("position", "c.position", AuditEntry::position);
    private static final SortKey<AuditEntry> AUDIT_ID = SortKey.id("c.id", AuditEntry::id);
    private static final SortKey<Reading> READING_POSITION =
            SortKey.number("position", "c.position", Reading::position);

    private final EntityManager entities;
    private final Cursors cursors;
    private final EmployeeReach reach;

    FeedQueries(EntityManager entities, Cursors cursors, EmployeeReach reach) {
        this.entities = entities;
        this.cursors = cursors;
        this.reach = reach;
    }

    /** What an auditor looks for. */
    record AuditFilter(
            @Nullable UUID object,
            @Nullable UUID employee,
            @Nullable UUID actor,
            Change.@Nullable Action action) {}

    FeedPage after(long position, Set<String> types, int limit) {
        var hql = new StringBuilder(FEED);
        var people = reach.people();
        if (people != null) {
            hql.append(" and c.employeeId in (").append(people.select()).append(')');
        }
        var query = entities.createQuery(hql.append(" order by c.position").toString(), FeedChange.class)
                .setParameter("after", position)
                .setParameter("types", types.isEmpty() ? IN_FEED : told(types))
                .setMaxResults(limit + 1);
        if (people != null) {
            people.values().forEach(query::setParameter);
        }
        var items = query.getResultList();
        boolean more = items.size() > limit;
        items = more ? items.subList(0, limit) : items;
        long last = items.isEmpty() ? position : items.get(items.size() - 1).position();
        return new FeedPage(List.copyOf(items), last, more);
    }

    private static List<String> told(Set<String> types) {
        for (var type : types) {
            if (!IN_FEED.contains(type)) {
                throw new ProblemException(
                        ErrorCode.INVALID_PARAMETER,
                        FieldError.in("feed", "types", "TYPE_UNKNOWN", type, String.join(", ", IN_FEED)));
            }
        }
        return List.copyOf(types);
    }

    Page<AuditEntry> audit(AuditFilter filter, PageRequest page) {
        return new ListQuery<>(AuditEntry.class, AUDIT, FROM, List.of(AUDIT_POSITION), AUDIT_ID, "-position")
                .where("c.position is not null")
                .where("c.objectId = :object", "object", filter.object())
                .where("c.employeeId = :employee", "employee", filter.employee())
                .where("c.actorId = :actor", "actor", filter.actor())
                .where("c.action = :action", "action", filter.action())
                .page(entities, cursors, "audit", page);
    }

    Page<Reading> readings(UUID employee, PageRequest page) {
        return new ListQuery<>(Reading.class, READINGS, FROM, List.of(READING_POSITION), READING_POSITION, "-position")
                .where("c.position is not null")
                .where("c.action = :action", "action", Change.Action.VIEWED)
                .where("c.employeeId = :employee", "employee", employee)
                .page(entities, cursors, "readings", page);
    }
}
