package id.karier.identity.account;

import id.karier.identity.IdentityObjects;
import id.karier.identity.account.GrantJson.GrantView;
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
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query over proposals to hand out rights. */
@ApplicationScoped
public class GrantQueries {
    private static final String COLUMNS = "g.id, g.what, g.subject_id, g.subject_name, g.rights, g.employee_id,"
            + " g.external_issuer, g.external_subject, g.status, g.proposed_by, g.proposed_at, g.decided_by, g.decided_at";

    public static final ListSpec<GrantView> GRANTS = ListSpec.of("grants", GrantQueries::view)
            .columns(COLUMNS)
            .from("(select * from access_grants where what <> 'BINDING') g", "g.agency")
            .objects(IdentityObjects.GRANT, "g")
            .sortedBy(SortKey.instant("proposedAt", "g.proposed_at", GrantView::proposedAt))
            .then(SortKey.id("g.id", GrantView::id))
            .order("-proposedAt")
            .build();
    public static final ListSpec<GrantView> BINDINGS = ListSpec.of("bindings", GrantQueries::view)
            .columns(COLUMNS)
            .from("(select * from access_grants where what = 'BINDING') g", "g.agency")
            .objects(IdentityObjects.BINDING, "g")
            .sortedBy(SortKey.instant("proposedAt", "g.proposed_at", GrantView::proposedAt))
            .then(SortKey.id("g.id", GrantView::id))
            .order("-proposedAt")
            .build();

    private static final SqlText OPEN = SqlText.ofAgency("""
            select g.id from access_grants g
            where g.agency = :agency and g.subject_id = :subject and g.status in ('PROPOSED', 'APPROVED')
            order by g.proposed_at desc, g.id desc""");

    private final EntityManager entities;
    private final AgencySql sql;
    private final Lists lists;

    GrantQueries(EntityManager entities, AgencySql sql, Lists lists) {
        this.entities = entities;
        this.sql = sql;
        this.lists = lists;
    }

    private static GrantView view(Row row) throws SQLException {
        return new GrantView(
                row.id(),
                row.constant(Grant.What.class),
                row.id(),
                row.text(),
                rights(row.optionalText()),
                row.optionalId(),
                row.optionalText(),
                row.optionalText(),
                row.constant(Grant.Status.class),
                row.id(),
                row.instant(),
                row.optionalId(),
                row.optionalInstant());
    }

    private static List<String> rights(@Nullable String joined) {
        return joined == null ? List.of() : List.of(joined.split(","));
    }

    Page<GrantView> page(ListSpec<GrantView> list, Grant.@Nullable Status status, PageRequest request) {
        return lists.page(list, new ListFilter().where("g.status = :status", "status", status), request);
    }

    @Nullable
    Grant find(UUID id) {
        return entities.find(Grant.class, id);
    }

    /** What is proposed for an account or machine, or approved and not carried out; the newest first. */
    List<Grant> open(UUID subject) {
        return sql.rows(OPEN, Map.of("subject", subject), Row::id).stream()
                .map(id -> entities.find(Grant.class, id))
                .toList();
    }

    void persist(Grant grant) {
        entities.persist(grant);
    }

    void flush() {
        entities.flush();
    }
}
