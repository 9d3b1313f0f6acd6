package id.karier.competency.dictionary;

import id.karier.changes.Recorded;
import id.karier.competency.CompetencyText;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.AgencyOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What the dictionary says of a competency from a day on. Never changed: results name it. */
@Entity
@Immutable
@Table(name = "competency_editions")
public class CompetencyEdition extends AgencyOwned implements Recorded {
    private UUID competencyId;
    private int number;
    private LocalDate since;
    private String nameId;
    private @Nullable String nameEn;
    private String content;

    protected CompetencyEdition() {}

    /** @param content an {@link EditionContent} as JSON */
    CompetencyEdition(UUID id, UUID competencyId, int number, LocalDate since, CompetencyText name, String content) {
        super(id);
        this.competencyId = competencyId;
        this.number = number;
        this.since = since;
        this.nameId = name.id();
        this.nameEn = name.en();
        this.content = content;
    }

    @Override
    public ObjectKind objectKind() {
        return DictionaryObjects.EDITION;
    }
}
