package id.karier.integration.bulk.load;

import id.karier.employee.EmployeeKind;
import id.karier.employee.EmployeeRules;
import id.karier.employee.EmployeeStatus;
import id.karier.employee.Sex;
import id.karier.employee.Source;
import id.karier.integration.siasn.Dossier;
import id.karier.integration.siasn.Dossier.Profile;
import id.karier.kernel.data.FieldCipher;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's own row, without the columns of her current state. */
record StoredPerson(
        UUID id,
        @Nullable String siasnId,
        String number,
        EmployeeKind kind,
        EmployeeStatus status,
        String name,
        @Nullable String frontTitles,
        @Nullable String backTitles,
        @Nullable String birthPlace,
        LocalDate birthDate,
        Sex sex,
        @Nullable String religion,
        @Nullable String maritalStatus,
        @Nullable String email,
        @Nullable String officialEmail,
        byte @Nullable [] nikSealed,
        byte @Nullable [] nikIndex,
        byte @Nullable [] npwpSealed,
        byte @Nullable [] addressSealed,
        byte @Nullable [] phoneSealed,
        LocalDate firstAppointmentOn,
        @Nullable LocalDate permanentOn,
        Source source) {
    private static final String EMAIL = "employees.email";

    /** A person who is not on record yet. */
    static StoredPerson of(UUID id, Dossier dossier, Profile said, FieldCipher cipher) {
        return new StoredPerson(
                id,
                dossier.siasnId(),
                Objects.requireNonNull(dossier.number()),
                said.kind(),
                said.status() == null ? EmployeeStatus.ACTIVE : said.status(),
                said.name(),
                said.frontTitles(),
                said.backTitles(),
                said.birthPlace(),
                said.birthDate(),
                said.sex(),
                said.religion(),
                said.maritalStatus(),
                said.email() == null ? null : cipher.sealText(EMAIL, id, said.email()),
                said.officialEmail(),
                cipher.seal("employees.nik", id, said.nik()),
                cipher.blindIndex("employees.nik", said.nik()),
                cipher.seal("employees.npwp", id, said.npwp()),
                cipher.seal("employees.address", id, said.address()),
                cipher.seal("employees.phone", id, said.phone()),
                said.firstAppointmentOn(),
                said.permanentOn(),
                dossier.source());
    }

    /** This person with what a dossier says; what it does not say stays. The same object when it says nothing new. */
    StoredPerson told(Dossier dossier, @Nullable Profile said, FieldCipher cipher) {
        boolean sameId = siasnId != null && siasnId.equalsIgnoreCase(dossier.siasnId());
        var siasn = sameId ? siasnId : text(siasnId, dossier.siasnId());
        if (said == null) {
            return with(siasn, source);
        }
        var nik = sealed("employees.nik", nikSealed, said.nik(), cipher);
        var told = new StoredPerson(
                id,
                siasn,
                kept(number, dossier.number()),
                keptKind(said),
                status,
                kept(name, said.name()),
                text(frontTitles, said.frontTitles()),
                text(backTitles, said.backTitles()),
                text(birthPlace, said.birthPlace()),
                kept(birthDate, said.birthDate()),
                kept(sex, said.sex()),
                text(religion, said.religion()),
                text(maritalStatus, said.maritalStatus()),
                sealedText(email, said.email(), cipher),
                text(officialEmail, said.officialEmail()),
                nik,
                nik == nikSealed ? nikIndex : cipher.blindIndex("employees.nik", said.nik()),
                sealed("employees.npwp", npwpSealed, said.npwp(), cipher),
                sealed("employees.address", addressSealed, said.address(), cipher),
                sealed("employees.phone", phoneSealed, said.phone(), cipher),
                said.appointmentSaid() ? said.firstAppointmentOn() : firstAppointmentOn,
                said.permanentOn() == null ? permanentOn : said.permanentOn(),
                source);
        return told.equals(this) ? this : told.with(siasn, dossier.source());
    }

    private StoredPerson with(@Nullable String otherId, Source other) {
        return new StoredPerson(
                id,
                otherId,
                number,
                kind,
                status,
                name,
                frontTitles,
                backTitles,
                birthPlace,
                birthDate,
                sex,
                religion,
                maritalStatus,
                email,
                officialEmail,
                nikSealed,
                nikIndex,
                npwpSealed,
                addressSealed,
                phoneSealed,
                firstAppointmentOn,
                permanentOn,
                other);
    }

    /** A number alone does not make a permanent civil servant of a candidate, nor a full-time contract of a part-time one. */
    private EmployeeKind keptKind(Profile said) {
        boolean other = kind.isContract() != said.kind().isContract();
        return said.kindSaid() || other ? said.kind() : kind;
    }

    private static @Nullable String text(@Nullable String stored, @Nullable String said) {
        return said == null ? stored : said;
    }

    private static <T> T kept(T stored, @Nullable T said) {
        return said == null ? stored : said;
    }

    /** What did not change keeps its seal, which would read otherwise each time. */
    private byte @Nullable [] sealed(
            String place, byte @Nullable [] stored, @Nullable String said, FieldCipher cipher) {
        boolean same = said == null || said.equals(cipher.open(place, id, stored));
        return same ? stored : cipher.seal(place, id, said);
    }

    private @Nullable String sealedText(@Nullable String stored, @Nullable String said, FieldCipher cipher) {
        if (said == null || (stored != null && said.equals(cipher.openText(EMAIL, id, stored)))) {
            return stored;
        }
        return cipher.sealText(EMAIL, id, said);
    }

    /** As the entity names them. */
    Map<String, @Nullable Object> properties() {
        var properties = new LinkedHashMap<String, @Nullable Object>();
        properties.put("siasnId", siasnId);
        properties.put("identityNumber", number);
        properties.put("kind", kind);
        properties.put("status", status);
        properties.put("name", name);
        properties.put("frontTitles", frontTitles);
        properties.put("backTitles", backTitles);
        properties.put("birthPlace", birthPlace);
        properties.put("birthDate", birthDate);
        properties.put("sex", sex);
        properties.put("religion", religion);
        properties.put("maritalStatus", maritalStatus);
        properties.put("email", email);
        properties.put("officialEmail", officialEmail);
        properties.put("nikSealed", nikSealed);
        properties.put("nikIndex", nikIndex);
        properties.put("npwpSealed", npwpSealed);
        properties.put("addressSealed", addressSealed);
        properties.put("phoneSealed", phoneSealed);
        properties.put("firstAppointmentOn", firstAppointmentOn);
        properties.put("permanentOn", permanentOn);
        properties.put("source", source);
        return properties;
    }

    /** A person who is new, nothing of her histories counted yet. */
    Map<String, @Nullable Object> propertiesOfNew() {
        var properties = properties();
        properties.put("leadsUnit", false);
        return properties;
    }

    Set<String> words() {
        return EmployeeRules.nameWords(name);
    }
}
