package id.karier.competency.evidence;

import id.karier.changes.Recorded;
import id.karier.employee.Source;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.AgencyOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A level that somebody was found to hold, with the rule set and the inputs that gave it. */
@Entity
@Table(name = "competency_results")
@DynamicUpdate
public class CompetencyResult extends AgencyOwned implements Recorded {
    private UUID employeeId;
    private UUID competencyId;
    private int edition;
    private int level;

    @Enumerated(EnumType.STRING)
    private EvidenceKind evidence;

    private LocalDate foundOn;
    private @Nullable LocalDate validUntil;
    private @Nullable String assessor;
    private @Nullable String certificateNumber;

    @Enumerated(EnumType.STRING)
    private Source source;

    private @Nullable UUID claimId;
    private @Nullable UUID assessmentId;
    private String ruleSet;
    private @Nullable String ruleSetAgency;
    private String inputs;
    private UUID recordedBy;
    private Instant recordedAt;
    private @Nullable LocalDate annulledOn;
    private @Nullable String annulmentReason;

    protected CompetencyResult() {}

    CompetencyResult(UUID id, Finding finding, Law law, UUID recordedBy, Instant recordedAt) {
        super(id);
        this.employeeId = finding.employeeId();
        this.competencyId = finding.competencyId();
        this.edition = finding.edition();
        this.level = finding.level();
        this.evidence = finding.evidence();
        this.foundOn = finding.foundOn();
        this.validUntil = finding.validUntil();
        this.assessor = finding.assessor();
        this.certificateNumber = finding.certificateNumber();
        this.source = Source.LOCAL;
        this.claimId = finding.claimId();
        this.assessmentId = finding.assessmentId();
        this.ruleSet = law.ruleSet();
        this.ruleSetAgency = law.agency();
        this.inputs = law.inputs();
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    /** What was found. */
    record Finding(
            UUID employeeId,
            UUID competencyId,
            int edition,
            int level,
            EvidenceKind evidence,
            LocalDate foundOn,
            LocalDate validUntil,
            @Nullable String assessor,
            @Nullable String certificateNumber,
            @Nullable UUID claimId,
            @Nullable UUID assessmentId) {}

    /**
     * By which rules, and from what.
     *
     * @param agency whose version it is, null for the national one
     * @param inputs the request and the figures of the rule set that were used, as JSON
     */
    record Law(String ruleSet, @Nullable String agency, String inputs) {}

    void annul(LocalDate day, String reason) {
        annulledOn = day;
        annulmentReason = reason;
    }

    /** The same finding at another level, by the same rules and from the same figures. */
    CompetencyResult decidedOtherwise(UUID newId, int newLevel, UUID account, Instant at) {
        var finding = new Finding(
                employeeId,
                competencyId,
                edition,
                newLevel,
                evidence,
                foundOn,
                Objects.requireNonNull(validUntil),
                assessor,
                certificateNumber,
                claimId,
                assessmentId);
        return new CompetencyResult(newId, finding, new Law(ruleSet, ruleSetAgency, inputs), account, at);
    }

    UUID employeeId() {
        return employeeId;
    }

    @Nullable
    LocalDate annulledOn() {
        return annulledOn;
    }

    @Override
    public ObjectKind objectKind() {
        return EvidenceObjects.RESULT;
    }
}
