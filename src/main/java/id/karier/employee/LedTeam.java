package id.karier.employee;

import id.karier.kernel.Caller;
import id.karier.kernel.access.ObjectReach;
import id.karier.kernel.access.Team;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.SqlText;
import id.karier.organisation.AgencyDirectory;
import id.karier.organisation.UnitDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The team of a leader: who is in a unit that she leads today, definitively or acting, or in one below it. */
@ApplicationScoped
class LedTeam implements Team {
    private static final String MEMBERS = "select m.id from employees m where m.agency = :agency and "
            + UnitDirectory.under("m.unit_id", UnitDirectory.led("self", "today"));
    private static final SqlText HOLDS = SqlText.ofAgency("select exists (" + MEMBERS + " and m.id = :person)");

    private final AgencySql sql;
    private final Caller caller;
    private final AgencyDirectory agencies;

    LedTeam(AgencySql sql, Caller caller, AgencyDirectory agencies) {
        this.sql = sql;
        this.caller = caller;
        this.agencies = agencies;
    }

    @Override
    public String members() {
        return MEMBERS;
    }

    @Override
    public Map<String, Object> values() {
        return Map.of(
                "self", Objects.requireNonNullElse(caller.employeeId(), ObjectReach.NOBODY),
                "today", agencies.today(caller.agency()));
    }

    @Override
    public boolean holds(UUID person) {
        var values = new HashMap<>(values());
        values.put("person", person);
        return sql.count(HOLDS, values) > 0;
    }
}
