package id.karier.integration.bulk.load;

import id.karier.changes.Change.Difference;
import id.karier.employee.EmployeeKind;
import id.karier.employee.EmployeeRules;
import id.karier.employee.EmployeeStatus;
import id.karier.employee.Sex;
import id.karier.employee.Source;
import id.karier.integration.siasn.Dossier;
import id.karier.integration.siasn.Dossier.Profile;
import id.karier.kernel.data.FieldCipher;
import java.time.Instant;
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
    private static final String HIDDEN = "***";

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
                said.email(),
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

    /** This person with what a dossier says, and what that changes; what it does not say stays. */
    StoredPerson told(Dossier dossier, @Nullable Profile said, FieldCipher cipher, Map<String, Difference> changes) {
        var to = new Told(changes);
        var siasn =
                to.text("siasnId", siasnId, sameIgnoringCase(siasnId, dossier.siasnId()) ? null : dossier.siasnId());
        if (said == null) {
            return changes.isEmpty() ? this : withSiasnId(siasn);
        }
        var told = new StoredPerson(
                id,
                siasn,
                to.required("identityNumber", number, dossier.number()),
                to.required("kind", kind, said.kind()),
                to.required("status", status, said.status()),
                to.required("name", name, said.name()),
                to.text("frontTitles", frontTitles, said.frontTitles()),
                to.text("backTitles", backTitles, said.backTitles()),
                to.text("birthPlace", birthPlace, said.birthPlace()),
                to.required("birthDate", birthDate, said.birthDate()),
                to.required("sex", sex, said.sex()),
                to.text("religion", religion, said.religion()),
                to.text("maritalStatus", maritalStatus, said.maritalStatus()),
                to.hidden("email", email, said.email()),
                to.text("officialEmail", officialEmail, said.officialEmail()),
                sealed("employees.nik", nikSealed, said.nik(), cipher, to, "nik"),
                said.nik() == null ? nikIndex : cipher.blindIndex("employees.nik", said.nik()),
                sealed("employees.npwp", npwpSealed, said.npwp(), cipher, to, "npwp"),
                sealed("employees.address", addressSealed, said.address(), cipher, to, "address"),
                sealed("employees.phone", phoneSealed, said.phone(), cipher, to, "phone"),
                to.required("firstAppointmentOn", firstAppointmentOn, said.firstAppointmentOn()),
                said.permanentOn() == null ? permanentOn : to.required("permanentOn", permanentOn, said.permanentOn()),
                dossier.source());
        return changes.isEmpty() ? this : told;
    }

    private static boolean sameIgnoringCase(@Nullable String a, @Nullable String b) {
        return a != null && a.equalsIgnoreCase(b);
    }

    private StoredPerson withSiasnId(@Nullable String other) {
        return new StoredPerson(
                id,
                other,
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
                source);
    }

    private byte @Nullable [] sealed(
            String place, byte @Nullable [] stored, @Nullable String said, FieldCipher cipher, Told to, String member) {
        if (said == null || said.equals(cipher.open(place, id, stored))) {
            return stored;
        }
        to.changes().put(member, new Difference(stored == null ? null : HIDDEN, HIDDEN));
        return cipher.seal(place, id, said);
    }

    /** Compares member by member and remembers what differs. */
    private record Told(Map<String, Difference> changes) {
        @Nullable
        String text(String member, @Nullable String before, @Nullable String after) {
            return after == null ? before : required(member, before, after);
        }

        @Nullable
        String hidden(String member, @Nullable String before, @Nullable String after) {
            if (after == null || after.equals(before)) {
                return before;
            }
            changes.put(member, new Difference(before == null ? null : HIDDEN, HIDDEN));
            return after;
        }

        <T> T required(String member, @Nullable T before, @Nullable T after) {
            if (after == null || after.equals(before)) {
                return Objects.requireNonNull(before);
            }
            changes.put(member, new Difference(before, after));
            return after;
        }
    }

    Set<String> words() {
        return EmployeeRules.nameWords(name);
    }

    /** As the update statement wants them. */
    Object[] values(String agency, Instant now) {
        return RowQueries.values(
                siasnId,
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
                source,
                now,
                id,
                agency);
    }

    static Map<String, Difference> differences() {
        return new LinkedHashMap<>();
    }
}
