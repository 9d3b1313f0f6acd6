package id.karier.integration.feed;

import id.karier.integration.feed.FeedJson.AuditEntry;
import id.karier.integration.feed.FeedQueries.AuditFilter;
import id.karier.kernel.Caller;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectRegistry;
import id.karier.kernel.access.Reach;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The change log as it may be audited: an auditor's whole agency. Who reads every agency is told of the kinds that she may not
 * read at their own addresses only that something happened.
 */
@ApplicationScoped
public class AuditTrail {
    private final FeedQueries queries;
    private final ObjectRegistry kinds;
    private final Caller caller;

    AuditTrail(FeedQueries queries, ObjectRegistry kinds, Caller caller) {
        this.queries = queries;
        this.kinds = kinds;
        this.caller = caller;
    }

    Page<AuditEntry> page(AuditFilter filter, PageRequest page) {
        var found = queries.audit(filter, page);
        if (caller.reach() != Reach.NATION) {
            return found;
        }
        var items = found.items().stream()
                .map(entry -> isOpenToNation(entry.objectType()) ? entry : entry.bare())
                .toList();
        return new Page<>(items, found.next(), found.total());
    }

    private boolean isOpenToNation(String type) {
        return kinds.named(type)
                .map(ObjectKind::guard)
                .filter(guard -> AccessTable.reach(caller.identity(), guard, Action.READ) == Reach.NATION)
                .isPresent();
    }
}
