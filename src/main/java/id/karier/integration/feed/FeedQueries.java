package id.karier.integration.feed;

import id.karier.changes.Change;
import id.karier.employee.EmployeeReach;
import id.karier.integration.feed.FeedJson.AuditEntry;
import id.karier.integration.feed.FeedJson.FeedChange;
import id.karier.integration.feed.FeedJson.FeedPage;
import id.karier.integration.feed.FeedJson.Reading;
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
    /** What belongs to sign-in and not to careers: auditors see it, the feed does not. */
    private static final List<String> NOT_IN_FEED =
            List.of("account", "client", "signIn", "token", "personalData", "job");

    private static final String FROM = "from LoggedChange c";
    private static final String FEED = """
            select new id.karier.integration.feed.FeedJson$FeedChange(
                c.position, c.occurredAt, c.objectType, c.objectId, c.employeeId, c.action, c.fields)
            from LoggedChange c where c.position > :after and c.objectType not in (:hidden)""";
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
        if (!types.isEmpty()) {
            hql.append(" and c.objectType in (:types)");
        }
        var people = reach.people();
        if (people != null) {
            hql.append(" and c.employeeId in (").append(people.select()).append(')');
        }
        var query = entities.createQuery(hql.append(" order by c.position").toString(), FeedChange.class)
                .setParameter("after", position)
                .setParameter("hidden", NOT_IN_FEED)
                .setMaxResults(limit + 1);
        if (!types.isEmpty()) {
            query.setParameter("types", types);
        }
        if (people != null) {
            people.values().forEach(query::setParameter);
        }
        var items = query.getResultList();
        boolean more = items.size() > limit;
        items = more ? items.subList(0, limit) : items;
        long last = items.isEmpty() ? position : items.get(items.size() - 1).position();
        return new FeedPage(List.copyOf(items), last, more);
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
