package id.karier.rulebook;

import id.karier.changes.Recorded;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.AgencyOwned;
import id.karier.rules.RuleSetKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agency's own version of a rule set, from the proposal on. Only its status ever changes. */
@Entity
@Table(name = "agency_rule_sets")
public class AgencyRuleSet extends AgencyOwned implements Recorded {
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private RuleSetKind kind;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String basedOn;

    @Enumerated(EnumType.STRING)
    private ProposalStatus status;

    @Column(updatable = false)
    private LocalDate effectiveFrom;

    @Column(updatable = false)
    private @Nullable LocalDate effectiveTo;

    @Column(updatable = false)
    private String document;

    @Column(updatable = false)
    private UUID proposedBy;

    private @Nullable UUID decidedBy;
    private @Nullable Instant decidedAt;

    protected AgencyRuleSet() {}

    /** A proposal that was found sound. */
    AgencyRuleSet(UUID id, RuleSetKind kind, String basedOn, Composed composed, UUID proposedBy) {
        super(id);
        this.kind = kind;
        this.name = composed.name();
        this.basedOn = basedOn;
        this.status = ProposalStatus.PROPOSED;
        this.effectiveFrom = composed.effectiveFrom();
        this.effectiveTo = composed.effectiveTo();
        this.document = composed.document();
        this.proposedBy = proposedBy;
    }

    /** The whole document of a proposal. */
    record Composed(
            String name, LocalDate effectiveFrom, @Nullable LocalDate effectiveTo, String document) {}

    /** Approves or rejects, once. */
    void decide(ProposalStatus decision, UUID by, Instant at) {
        status = decision;
        decidedBy = by;
        decidedAt = at;
    }

    @Override
    public ObjectKind objectKind() {
        return RulebookObjects.RULE_SET;
    }

    RuleSetKind kind() {
        return kind;
    }

    String basedOn() {
        return basedOn;
    }

    ProposalStatus status() {
        return status;
    }

    LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    String document() {
        return document;
    }

    UUID proposedBy() {
        return proposedBy;
    }
}
