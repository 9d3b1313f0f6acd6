package id.karier.competency.dictionary;

import id.karier.changes.Recorded;
import id.karier.competency.CompetencyKind;
import id.karier.competency.CompetencyText;
import id.karier.competency.dictionary.DictionaryJson.CompetencyChanges;
import id.karier.competency.dictionary.DictionaryJson.NewCompetency;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.AgencyOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A competency of an agency's own: where it stands in the tree, and its present edition. */
@Entity
@Table(name = "competencies")
public class Competency extends AgencyOwned implements Recorded {
    @Column(updatable = false)
    private String code;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private CompetencyKind kind;

    private @Nullable String affair;
    private @Nullable String jobFamily;
    private String nameId;
    private @Nullable String nameEn;
    private int edition;
    private @Nullable LocalDate retiredOn;

    protected Competency() {}

    Competency(UUID id, NewCompetency request) {
        super(id);
        this.code = request.code();
        this.kind = request.kind();
        this.edition = 1;
        take(request.facts());
    }

    /** Takes over what an officer may change. */
    void change(CompetencyChanges facts) {
        take(facts);
    }

    private void take(CompetencyChanges facts) {
        nameId = facts.name().id();
        nameEn = facts.name().en();
        affair = facts.affair();
        jobFamily = facts.jobFamily();
    }

    /** The dictionary says something else of it from now on. */
    int beginEdition() {
        return ++edition;
    }

    void retire(LocalDate lastDay) {
        retiredOn = lastDay;
    }

    String code() {
        return code;
    }

    CompetencyKind kind() {
        return kind;
    }

    CompetencyText name() {
        return new CompetencyText(nameId, nameEn);
    }

    @Nullable
    String affair() {
        return affair;
    }

    @Nullable
    String jobFamily() {
        return jobFamily;
    }

    int edition() {
        return edition;
    }

    @Nullable
    LocalDate retiredOn() {
        return retiredOn;
    }

    @Override
    public ObjectKind objectKind() {
        return DictionaryObjects.COMPETENCY;
    }
}
