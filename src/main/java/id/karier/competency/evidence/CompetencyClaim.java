package id.karier.competency.evidence;

import id.karier.changes.Recorded;
import id.karier.competency.evidence.EvidenceJson.NewClaim;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.AgencyOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person says that she holds, until it is decided or withdrawn. */
@Entity
@Table(name = "competency_claims")
public class CompetencyClaim extends AgencyOwned implements Recorded {
    private UUID employeeId;
    private UUID competencyId;
    private int level;
    private @Nullable String description;
    private @Nullable String certificateNumber;
    private @Nullable LocalDate certificateUntil;

    @Enumerated(EnumType.STRING)
    private ClaimStatus status;

    private UUID submittedBy;
    private Instant submittedAt;
    private @Nullable UUID decidedBy;
    private @Nullable LocalDate decidedOn;
    private @Nullable Integer decidedLevel;
    private @Nullable String reason;

    protected CompetencyClaim() {}

    CompetencyClaim(UUID id, UUID employeeId, NewClaim request, UUID submittedBy, Instant submittedAt) {
        super(id);
        this.employeeId = employeeId;
        this.competencyId = request.competencyId();
        this.level = request.level();
        this.description = request.description();
        this.certificateNumber = request.certificateNumber();
        this.certificateUntil = request.certificateUntil();
        this.status = ClaimStatus.SUBMITTED;
        this.submittedBy = submittedBy;
        this.submittedAt = submittedAt;
    }

    void accept(UUID account, LocalDate day, int acceptedLevel, @Nullable String why) {
        close(ClaimStatus.ACCEPTED, account, day, why);
        decidedLevel = acceptedLevel;
    }

    void reject(UUID account, LocalDate day, @Nullable String why) {
        close(ClaimStatus.REJECTED, account, day, why);
    }

    /** By the person, or because she has left. */
    void withdraw() {
        status = ClaimStatus.WITHDRAWN;
    }

    private void close(ClaimStatus how, UUID account, LocalDate day, @Nullable String why) {
        status = how;
        decidedBy = account;
        decidedOn = day;
        reason = why;
    }

    UUID employeeId() {
        return employeeId;
    }

    UUID competencyId() {
        return competencyId;
    }

    int level() {
        return level;
    }

    @Nullable
    String certificateNumber() {
        return certificateNumber;
    }

    @Nullable
    LocalDate certificateUntil() {
        return certificateUntil;
    }

    ClaimStatus status() {
        return status;
    }

    UUID submittedBy() {
        return submittedBy;
    }

    @Override
    public ObjectKind objectKind() {
        return EvidenceObjects.CLAIM;
    }
}
