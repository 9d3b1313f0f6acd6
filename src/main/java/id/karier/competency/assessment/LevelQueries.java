package id.karier.competency.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.competency.CompetencyKind;
import id.karier.competency.CompetencyRef;
import id.karier.competency.CompetencyText;
import id.karier.competency.assessment.LevelRules.Part;
import id.karier.competency.assessment.LevelRules.Scored;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import id.karier.rules.terms.AssessmentMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is asked of participants, and what was found. Whoever shows it has taken the participant by her kind before. */
@ApplicationScoped
class LevelQueries {
    private static final SqlText INSERT = SqlText.ofAgency("""
            insert into assessment_levels (agency, participant_id, competency_id, place, edition, required)
            values (:agency, :participant, :competency, :place, :edition, :required)""");
    private static final SqlText OF = SqlText.ofAgency("""
            select l.participant_id, c.id, c.code, c.kind, c.name_id, c.name_en, l.edition, l.required, l.parts, l.score,
                l.level, k.level, k.reason
            from assessment_levels l join competencies c on c.id = l.competency_id
                left join assessment_calibrations k
                    on k.participant_id = l.participant_id and k.competency_id = l.competency_id
            where l.agency = :agency and l.participant_id in (:participants) order by l.participant_id, l.place""");
    private static final SqlText SCORE = SqlText.ofAgency("""
            update assessment_levels set parts = :parts, score = :score, level = :level
            where agency = :agency and participant_id = :participant and competency_id = :competency""");

    /** The last that is valid comes last. */
    private static final SqlText FOUND = SqlText.ofAgency("""
            select r.employee_id, r.competency_id, r.evidence, r.level from competency_results r
            where r.agency = :agency and r.employee_id in (:people) and r.evidence in ('ASSESSMENT_CENTRE', 'CERTIFICATE')
                and r.annulled_on is null and r.found_on <= :day and (r.valid_until is null or r.valid_until >= :day)
            order by r.employee_id, r.found_on, r.id""");

    private final AgencySql sql;
    private final ObjectMapper json;

    LevelQueries(AgencySql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A competency that a participant is asked about. */
    record NewLevel(UUID participant, UUID competency, int place, int edition, int required) {}

    /** What is known of one competency of a participant. */
    record Stored(
            UUID participant,
            CompetencyRef competency,
            int edition,
            int required,
            @Nullable Scored scored,
            @Nullable Integer calibrated,
            @Nullable String calibrationReason) {
        /** What counts: as it was agreed upon, else as it was computed; null when too little is known. */
        @Nullable
        Integer level() {
            return calibrated != null ? calibrated : scored == null ? null : scored.level();
        }
    }

    /** A level that was computed. */
    record NewScore(UUID participant, UUID competency, Scored scored) {}

    void insert(List<NewLevel> levels) {
        sql.batch(
                INSERT,
                levels,
                level -> Map.of(
                        "participant", level.participant(),
                        "competency", level.competency(),
                        "place", level.place(),
                        "edition", level.edition(),
                        "required", level.required()));
    }

    List<Stored> of(UUID participant) {
        return of(List.of(participant)).getOrDefault(participant, List.of());
    }

    /** In the order in which they are asked. */
    Map<UUID, List<Stored>> of(Collection<UUID> participants) {
        var all = new LinkedHashMap<UUID, List<Stored>>();
        for (var level : sql.rows(OF, Map.of("participants", participants), this::stored)) {
            all.computeIfAbsent(level.participant(), p -> new ArrayList<>()).add(level);
        }
        return all;
    }

    private Stored stored(Row row) throws SQLException {
        var participant = row.id();
        var competency = new CompetencyRef(
                row.id(),
                row.text(),
                row.constant(CompetencyKind.class),
                new CompetencyText(row.text(), row.optionalText()));
        int edition = row.integer();
        int required = row.integer();
        var parts = row.optionalText();
        var score = row.optionalDecimal();
        var level = row.optionalInteger();
        var scored = parts == null ? null : new Scored(parts(parts), score, level);
        return new Stored(
                participant, competency, edition, required, scored, row.optionalInteger(), row.optionalText());
    }

    void score(List<NewScore> scores) {
        sql.batch(SCORE, scores, one -> {
            var values = new HashMap<String, @Nullable Object>();
            values.put("participant", one.participant());
            values.put("competency", one.competency());
            values.put("parts", stored(one.scored().parts()));
            values.put("score", one.scored().score());
            values.put("level", one.scored().level());
            return values;
        });
    }

    /** The levels of earlier findings that are valid on a day: by person, competency and method. */
    Map<UUID, Map<UUID, Map<AssessmentMethod, Integer>>> found(Collection<UUID> people, LocalDate day) {
        var found = new HashMap<UUID, Map<UUID, Map<AssessmentMethod, Integer>>>();
        sql.rows(FOUND, Map.of("people", people, "day", day), row -> {
            found.computeIfAbsent(row.id(), p -> new HashMap<>())
                    .computeIfAbsent(row.id(), c -> new EnumMap<>(AssessmentMethod.class))
                    .put(row.constant(AssessmentMethod.class), row.integer());
            return true;
        });
        return found;
    }

    private List<Part> parts(String stored) {
        try {
            return json.readValue(stored, new TypeReference<List<Part>>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("unreadable parts of a level", damaged);
        }
    }

    private String stored(List<Part> parts) {
        try {
            return json.writeValueAsString(parts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A figure as it is shown: without noughts at its end. */
    static @Nullable BigDecimal shown(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.stripTrailingZeros();
    }
}
