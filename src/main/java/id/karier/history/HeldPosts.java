package id.karier.history;

import id.karier.kernel.access.PostHolders;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/** Who holds which post, as the histories of positions say. */
@ApplicationScoped
class HeldPosts implements PostHolders {
    /** Of the node, because a statement of the agency would flush what is being flushed already. */
    private static final SqlText HELD = SqlText.ofNode("""
            select exists (select 1 from employee_positions h
                where h.agency = :owner and h.employee_id = :person and h.position_id = :post
                    and (h.ends_on is null or h.ends_on >= :since))""");

    private final AgencySql sql;
    private final Clock clock;

    HeldPosts(AgencySql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The day of UTC is never later than the agency's own. */
    @Override
    public boolean holds(String agency, UUID person, UUID post) {
        var since = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return sql.count(HELD, Map.of("owner", agency, "person", person, "post", post, "since", since)) > 0;
    }
}
