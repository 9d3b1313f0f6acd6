package id.karier.rulebook;

import id.karier.kernel.ProblemException;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.SqlText;
import id.karier.rules.RuleSetKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query about agencies' own rule sets and kept results. */
@ApplicationScoped
class RulebookQueries {
    /** Of the node: asked about any agency from any thread, whoever is signed in. */
    private static final SqlText APPROVED = SqlText.ofNode("""
            select document, based_on from agency_rule_sets
            where agency = :owner and kind = :kind and status = 'APPROVED'""");

    private static final String OWN = """
            select r from AgencyRuleSet r where (:kind is null or r.kind = :kind)
            order by r.kind, r.effectiveFrom desc, r.name""";

    private static final String BY_NAME = "select r from AgencyRuleSet r where r.kind = :kind and r.name = :name";

    private static final String RESULT =
            "select r from KeptResult r where r.id = :id and r.calculator = :calculator and r.keptBy = :keptBy";

    private final EntityManager entities;
    private final AgencySql sql;

    RulebookQueries(EntityManager entities, AgencySql sql) {
        this.entities = entities;
        this.sql = sql;
    }

    /** An approved version as it is stored. */
    record Approved(String document, String basedOn) {}

    /** An agency's approved versions of a kind. */
    List<Approved> approved(String agency, RuleSetKind kind) {
        var values = Map.of("owner", agency, "kind", kind);
        return sql.rows(APPROVED, values, row -> new Approved(row.text(), row.text()));
    }

    /** Every own version of the caller's agency, whatever its status. */
    List<AgencyRuleSet> own(@Nullable RuleSetKind kind) {
        return entities.createQuery(OWN, AgencyRuleSet.class)
                .setParameter("kind", kind)
                .getResultList();
    }

    Optional<AgencyRuleSet> own(RuleSetKind kind, String name) {
        return entities
                .createQuery(BY_NAME, AgencyRuleSet.class)
                .setParameter("kind", kind)
                .setParameter("name", name)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** @throws ProblemException 404 unless this account kept it */
    KeptResult result(UUID id, String calculator, UUID keptBy) {
        return entities
                .createQuery(RESULT, KeptResult.class)
                .setParameter("id", id)
                .setParameter("calculator", calculator)
                .setParameter("keptBy", keptBy)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    void add(Object row) {
        entities.persist(row);
    }

    void flush() {
        entities.flush();
    }
}
