package id.karier.competency.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.changes.Recorded;
import id.karier.competency.assessment.AssessmentJson.AssessmentFacts;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.AgencyOwned;
import id.karier.rules.body.JpmBody.Purpose;
import id.karier.rules.terms.AssessmentMethod;
import id.karier.rules.terms.PositionLevel;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A round: its purpose, whom it is to assess, when, and how far it has come. */
@Entity
@Table(name = "assessments")
@DynamicUpdate
public class Assessment extends AgencyOwned implements Recorded {
    private static final ObjectMapper JSON = new ObjectMapper();

    private String name;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Enumerated(EnumType.STRING)
    private AssessmentState state;

    private @Nullable UUID unitId;
    private @Nullable String positionLevels;
    private @Nullable String people;
    private @Nullable String weights;
    private LocalDate startsOn;
    private LocalDate endsOn;
    private int participants;
    private @Nullable String ruleSet;
    private @Nullable String ruleSetAgency;
    private @Nullable LocalDate preparedOn;
    private @Nullable LocalDate closedOn;
    private @Nullable LocalDate publishedOn;
    private @Nullable LocalDate reviewUntil;
    private @Nullable String withdrawalReason;
    private UUID createdBy;
    private Instant createdAt;

    protected Assessment() {}

    Assessment(UUID id, AssessmentFacts facts, UUID createdBy, Instant createdAt) {
        super(id);
        this.state = AssessmentState.PREPARED;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        change(facts);
    }

    /** Whoever is asked for otherwise is to be resolved anew. */
    final void change(AssessmentFacts facts) {
        name = facts.name();
        purpose = facts.purpose();
        unitId = facts.unitId();
        positionLevels = facts.positionLevels() == null
                ? null
                : facts.positionLevels().stream().map(Enum::name).collect(Collectors.joining(","));
        people = facts.employees() == null ? null : write(facts.employees());
        weights = facts.weights() == null ? null : write(facts.weights());
        startsOn = facts.startsOn();
        endsOn = facts.endsOn();
    }

    AssessmentFacts facts() {
        return new AssessmentFacts(
                name,
                purpose,
                unitId,
                levels(),
                people == null ? null : read(people, new TypeReference<List<UUID>>() {}),
                weights(),
                startsOn,
                endsOn);
    }

    @Nullable
    List<PositionLevel> levels() {
        return levels(positionLevels);
    }

    static @Nullable List<PositionLevel> levels(@Nullable String stored) {
        return stored == null
                ? null
                : Arrays.stream(stored.split(",")).map(PositionLevel::valueOf).toList();
    }

    @Nullable
    Map<AssessmentMethod, BigDecimal> weights() {
        return weights(weights);
    }

    static @Nullable Map<AssessmentMethod, BigDecimal> weights(@Nullable String stored) {
        return stored == null ? null : read(stored, new TypeReference<Map<AssessmentMethod, BigDecimal>>() {});
    }

    void prepared(LocalDate day, int people) {
        preparedOn = day;
        participants = people;
    }

    void open(String version, @Nullable String ofAgency) {
        state = AssessmentState.OPEN;
        ruleSet = version;
        ruleSetAgency = ofAgency;
    }

    void go(AssessmentState next) {
        state = next;
    }

    void closed(LocalDate day) {
        state = AssessmentState.CLOSED;
        closedOn = day;
    }

    void published(LocalDate day, LocalDate lastDayOfReview) {
        state = AssessmentState.PUBLISHED;
        publishedOn = day;
        reviewUntil = lastDayOfReview;
    }

    void withdraw(String reason) {
        state = AssessmentState.WITHDRAWN;
        withdrawalReason = reason;
    }

    AssessmentState state() {
        return state;
    }

    Purpose purpose() {
        return purpose;
    }

    LocalDate endsOn() {
        return endsOn;
    }

    boolean isPrepared() {
        return preparedOn != null;
    }

    int participants() {
        return participants;
    }

    @Nullable
    String ruleSet() {
        return ruleSet;
    }

    @Nullable
    LocalDate closedOn() {
        return closedOn;
    }

    @Nullable
    LocalDate reviewUntil() {
        return reviewUntil;
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> T read(String stored, TypeReference<T> type) {
        try {
            return JSON.readValue(stored, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("unreadable member of an assessment", damaged);
        }
    }

    @Override
    public ObjectKind objectKind() {
        return AssessmentObjects.ASSESSMENT;
    }
}
