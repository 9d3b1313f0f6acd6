package id.karier.history.entry;

import id.karier.history.entry.HistoryJson.EducationFacts;
import id.karier.kernel.access.ObjectKind;
import id.karier.rules.terms.EducationLevel;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A finished education of a person. */
@Entity
@Table(name = "employee_educations")
@DynamicUpdate
class EmployeeEducation extends HistoryEntry<EducationFacts> {
    @Enumerated(EnumType.STRING)
    private EducationLevel level;

    private String field;
    private @Nullable String institution;
    private @Nullable LocalDate graduatedOn;

    /** Only when the day is not known. */
    private @Nullable Integer graduatedYear;

    private @Nullable String certificateNumber;
    private @Nullable String frontTitles;
    private @Nullable String backTitles;
    private boolean atAppointment;

    protected EmployeeEducation() {}

    EmployeeEducation(UUID id, UUID employeeId, EducationFacts facts) {
        super(id, employeeId);
        change(facts);
    }

    @Override
    EducationFacts facts() {
        return new EducationFacts(
                level,
                field,
                institution,
                graduatedOn,
                graduatedYear,
                certificateNumber,
                frontTitles,
                backTitles,
                atAppointment,
                decreeNumber,
                decreeDate);
    }

    @Override
    final void change(EducationFacts facts) {
        super.change(facts);
        level = facts.level();
        field = facts.field();
        institution = facts.institution();
        graduatedOn = facts.graduatedOn();
        graduatedYear = facts.graduatedYear();
        certificateNumber = facts.certificateNumber();
        frontTitles = facts.frontTitles();
        backTitles = facts.backTitles();
        atAppointment = facts.atAppointment();
    }

    @Override
    public ObjectKind objectKind() {
        return HistoryObjects.EDUCATION;
    }
}
