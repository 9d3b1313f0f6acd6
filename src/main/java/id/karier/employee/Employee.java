package id.karier.employee;

import id.karier.changes.Recorded;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.AgencyOwned;
import id.karier.kernel.data.FieldCipher;
import id.karier.rules.terms.PositionLevel;
import jakarta.persistence.Column;
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

/** A person in an agency; the columns of the current state are written by the histories, never through this entity. */
@Entity
@Table(name = "employees")
@DynamicUpdate
public class Employee extends AgencyOwned implements Recorded {
    /** What stands for personal data that there is. */
    static final String MASK = "***";

    /** What the seal of the private address is bound to besides the person. */
    static final String EMAIL = "employees.email";

    private String identityNumber;

    @Enumerated(EnumType.STRING)
    private EmployeeKind kind;

    /** As the histories say of today. */
    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private EmployeeStatus status;

    private String name;
    private @Nullable String frontTitles;
    private @Nullable String backTitles;
    private @Nullable String birthPlace;
    private LocalDate birthDate;

    @Enumerated(EnumType.STRING)
    private Sex sex;

    private @Nullable String religion;
    private @Nullable String maritalStatus;

    /** Ciphertext; rows of older versions have it in the clear until they are sealed. */
    private @Nullable String email;

    private @Nullable String officialEmail;

    private byte @Nullable [] nikSealed;

    private byte @Nullable [] nikIndex;

    private byte @Nullable [] npwpSealed;

    private byte @Nullable [] addressSealed;

    private byte @Nullable [] phoneSealed;

    private LocalDate firstAppointmentOn;
    private @Nullable LocalDate permanentOn;

    @Column(insertable = false, updatable = false)
    private @Nullable UUID unitId;

    @Column(insertable = false, updatable = false)
    private @Nullable String unitName;

    @Column(insertable = false, updatable = false)
    private @Nullable UUID positionId;

    @Column(insertable = false, updatable = false)
    private @Nullable String positionTitle;

    @Column(insertable = false, updatable = false)
    @Enumerated(EnumType.STRING)
    private @Nullable PositionLevel positionLevel;

    @Column(insertable = false, updatable = false)
    private @Nullable LocalDate positionSince;

    @Column(insertable = false, updatable = false)
    private boolean leadsUnit;

    @Column(insertable = false, updatable = false)
    private @Nullable String ledUnits;

    @Column(insertable = false, updatable = false)
    private @Nullable String rankCode;

    @Column(insertable = false, updatable = false)
    private @Nullable LocalDate rankSince;

    @Column(insertable = false, updatable = false)
    private @Nullable String educationLevel;

    @Column(insertable = false, updatable = false)
    private @Nullable String educationName;

    @Column(insertable = false, updatable = false)
    private @Nullable LocalDate retirementOn;

    @Enumerated(EnumType.STRING)
    private Source source;

    private @Nullable String siasnId;
    private Instant updatedAt;

    protected Employee() {}

    Employee(UUID id, EmployeeJson.NewEmployee request, EmployeeStatus status, Source source, Instant now) {
        super(id);
        this.identityNumber = request.identityNumber();
        this.kind = request.kind();
        this.birthDate = request.birthDate();
        this.sex = request.sex();
        this.source = source;
        this.name = request.profile().name();
        this.status = status;
        this.firstAppointmentOn = request.profile().firstAppointmentOn();
        this.updatedAt = now;
        change(request.profile(), now);
    }

    /** The members that an officer may change, as they are. */
    EmployeeJson.Profile profile() {
        return new EmployeeJson.Profile(
                name,
                frontTitles,
                backTitles,
                birthPlace,
                religion,
                maritalStatus,
                officialEmail,
                status,
                firstAppointmentOn,
                permanentOn);
    }

    /** Takes over a whole profile; what changes nothing leaves no trace. */
    void change(EmployeeJson.Profile profile, Instant now) {
        if (profile.equals(profile())) {
            return;
        }
        name = profile.name();
        frontTitles = profile.frontTitles();
        backTitles = profile.backTitles();
        birthPlace = profile.birthPlace();
        religion = profile.religion();
        maritalStatus = profile.maritalStatus();
        officialEmail = profile.officialEmail();
        firstAppointmentOn = profile.firstAppointmentOn();
        permanentOn = profile.permanentOn();
        updatedAt = now;
    }

    /** What everybody within reach may see, personal data masked. */
    EmployeeJson.View view() {
        return new EmployeeJson.View(
                id(),
                identityNumber,
                kind,
                status,
                name,
                EmployeeRules.fullName(name, frontTitles, backTitles),
                frontTitles,
                backTitles,
                birthPlace,
                birthDate,
                sex,
                religion,
                maritalStatus,
                officialEmail,
                masked(email),
                masked(nikSealed),
                masked(npwpSealed),
                masked(addressSealed),
                masked(phoneSealed),
                firstAppointmentOn,
                permanentOn,
                EmployeeJson.UnitName.of(unitId, unitName),
                EmployeeJson.CurrentPosition.of(positionId, positionTitle, positionLevel, positionSince, leadsUnit),
                EmployeeJson.CurrentRank.of(rankCode, rankSince),
                EmployeeJson.CurrentEducation.of(educationLevel, educationName),
                EmployeeJson.Summary.NEVER.equals(retirementOn) ? null : retirementOn,
                source,
                siasnId,
                updatedAt,
                null,
                version());
    }

    private static @Nullable String masked(@Nullable Object value) {
        return value == null ? null : MASK;
    }

    /** The personal data in the clear. */
    EmployeeJson.PersonalData personalData(FieldCipher cipher) {
        return new EmployeeJson.PersonalData(
                cipher.open("employees.nik", id(), nikSealed),
                cipher.open("employees.npwp", id(), npwpSealed),
                cipher.open("employees.address", id(), addressSealed),
                cipher.open("employees.phone", id(), phoneSealed),
                email == null ? null : cipher.openText(EMAIL, id(), email));
    }

    /** Takes over the whole of the personal data, sealed for this row; what did not change keeps its seal. */
    void change(EmployeeJson.PersonalData data, FieldCipher cipher, Instant now) {
        var before = personalData(cipher);
        if (before.equals(data)) {
            return;
        }
        if (!Objects.equals(before.nik(), data.nik())) {
            nikSealed = cipher.seal("employees.nik", id(), data.nik());
            nikIndex = cipher.blindIndex("employees.nik", data.nik());
        }
        if (!Objects.equals(before.npwp(), data.npwp())) {
            npwpSealed = cipher.seal("employees.npwp", id(), data.npwp());
        }
        if (!Objects.equals(before.address(), data.address())) {
            addressSealed = cipher.seal("employees.address", id(), data.address());
        }
        if (!Objects.equals(before.phone(), data.phone())) {
            phoneSealed = cipher.seal("employees.phone", id(), data.phone());
        }
        if (!Objects.equals(before.email(), data.email())) {
            email = data.email() == null ? null : cipher.sealText(EMAIL, id(), data.email());
        }
        updatedAt = now;
    }

    /** Bears another number from now on; a candidate is not permanent yet. */
    void bear(String number, EmployeeKind kind, Instant now) {
        this.identityNumber = number;
        this.kind = kind;
        if (kind == EmployeeKind.CPNS) {
            permanentOn = null;
        }
        this.updatedAt = now;
    }

    /** A candidate is a permanent civil servant from a day on. */
    void becomePermanent(LocalDate since, Instant now) {
        this.kind = EmployeeKind.PNS;
        this.permanentOn = since;
        this.updatedAt = now;
    }

    /** A decree has corrected who she is. */
    void correct(LocalDate birthDate, Sex sex, Instant now) {
        this.birthDate = birthDate;
        this.sex = sex;
        this.updatedAt = now;
    }

    String name() {
        return name;
    }

    LocalDate birthDate() {
        return birthDate;
    }

    EmployeeKind kind() {
        return kind;
    }

    String identityNumber() {
        return identityNumber;
    }

    @Override
    public ObjectKind objectKind() {
        return EmployeeObjects.EMPLOYEE;
    }
}
