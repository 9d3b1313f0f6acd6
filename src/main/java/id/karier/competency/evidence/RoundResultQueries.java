package id.karier.competency.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.changes.Change;
import id.karier.changes.Change.Difference;
import id.karier.changes.ChangeLog;
import id.karier.competency.CompetencyLaw;
import id.karier.employee.Source;
import id.karier.kernel.Caller;
import id.karier.kernel.Ids;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what assessment rounds have found, many at a time. What a round found follows by itself from what many have said, so
 * that it may also be about whoever publishes it.
 */
@ApplicationScoped
public class RoundResultQueries {
    private static final SqlText INSERT = SqlText.ofAgency("""
            insert into competency_results (id, agency, employee_id, competency_id, edition, level, evidence, found_on,
                valid_until, source, assessment_id, rule_set, rule_set_agency, inputs, recorded_by, recorded_at)
            values (:id, :agency, :employee, :competency, :edition, :level, 'ROUND', :foundOn, :validUntil, 'LOCAL',
                :assessment, :ruleSet, :ruleSetAgency, :inputs, :by, :at)""");

    private final AgencySql sql;
    private final CompetencyLaw law;
    private final ChangeLog changes;
    private final ObjectMapper json;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    RoundResultQueries(
            AgencySql sql,
            CompetencyLaw law,
            ChangeLog changes,
            ObjectMapper json,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.sql = sql;
        this.law = law;
        this.changes = changes;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    private record Row(UUID id, RoundFinding finding) {}

    /** @param foundOn the day on which the round closed */
    public void add(List<RoundFinding> findings, LocalDate foundOn) {
        var rules = law.on(foundOn, caller.agency());
        var validUntil = EvidenceRules.validUntil(null, foundOn, rules.body().validYears());
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var rows =
                findings.stream().map(finding -> new Row(ids.next(), finding)).toList();
        sql.batch(INSERT, rows, row -> {
            var finding = row.finding();
            var values = new HashMap<String, @Nullable Object>();
            values.put("id", row.id());
            values.put("employee", finding.employeeId());
            values.put("competency", finding.competencyId());
            values.put("edition", finding.edition());
            values.put("level", finding.level());
            values.put("foundOn", foundOn);
            values.put("validUntil", validUntil);
            values.put("assessment", finding.assessmentId());
            values.put("ruleSet", rules.version());
            values.put("ruleSetAgency", rules.agency());
            values.put("inputs", stored(finding.inputs()));
            values.put("by", caller.accountId());
            values.put("at", at);
            return values;
        });
        var notes = new ArrayList<Change>();
        rows.forEach(row -> notes.add(note(row, foundOn, validUntil, rules.version())));
        changes.noteConsequences(notes);
    }

    private Change note(Row row, LocalDate foundOn, LocalDate validUntil, String ruleSet) {
        var finding = row.finding();
        var fields = new LinkedHashMap<String, Difference>();
        fields.put("competency.id", new Difference(null, finding.competencyId()));
        fields.put("edition", new Difference(null, finding.edition()));
        fields.put("level", new Difference(null, finding.level()));
        fields.put("evidence", new Difference(null, EvidenceKind.ROUND));
        fields.put("foundOn", new Difference(null, foundOn));
        fields.put("validUntil", new Difference(null, validUntil));
        fields.put("source", new Difference(null, Source.LOCAL));
        fields.put("assessmentId", new Difference(null, finding.assessmentId()));
        fields.put("ruleSet", new Difference(null, ruleSet));
        return new Change(
                caller.agency(),
                EvidenceObjects.RESULT,
                row.id(),
                finding.employeeId(),
                Change.Action.CREATED,
                fields,
                null);
    }

    private String stored(Map<String, @Nullable Object> inputs) {
        try {
            return json.writeValueAsString(inputs);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
