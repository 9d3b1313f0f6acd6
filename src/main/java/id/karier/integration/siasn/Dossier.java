package id.karier.integration.siasn;

import id.karier.employee.EmployeeKind;
import id.karier.employee.EmployeeStatus;
import id.karier.employee.Sex;
import id.karier.employee.Source;
import id.karier.kernel.Published;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.PenaltyLevel;
import id.karier.rules.terms.PositionLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What payloads say of one person, in the registers' words; null is "not said", never "cleared".
 *
 * @param line line of the input, for problems
 * @param siasnId the national id of the person
 * @param number the identity number
 * @param profile the person herself; null when the payloads are about her histories only
 * @param raws the rows as they came, to be kept
 * @param issues why the person cannot be taken over
 * @param rowIssues why single rows of histories cannot be taken over; entries and raws are without them
 * @param warnings what is taken over in a way that somebody should know of
 */
@Published
public record Dossier(
        long line,
        Source source,
        @Nullable String siasnId,
        @Nullable String number,
        @Nullable Profile profile,
        List<Entry> entries,
        List<Raw> raws,
        List<Issue> issues,
        List<Issue> rowIssues,
        List<Issue> warnings) {
    public Dossier {
        warnings = List.copyOf(warnings);
        entries = List.copyOf(entries);
        raws = List.copyOf(raws);
        issues = List.copyOf(issues);
        rowIssues = List.copyOf(rowIssues);
    }

    /** Without warnings. */
    public Dossier(
            long line,
            Source source,
            @Nullable String siasnId,
            @Nullable String number,
            @Nullable Profile profile,
            List<Entry> entries,
            List<Raw> raws,
            List<Issue> issues,
            List<Issue> rowIssues) {
        this(line, source, siasnId, number, profile, entries, raws, issues, rowIssues, List.of());
    }

    /** Of which nothing can be taken over. */
    public static Dossier refused(long line, Source source, List<Issue> issues) {
        return new Dossier(line, source, null, null, null, List.of(), List.of(), issues, List.of());
    }

    /**
     * The person herself. Birth date, sex and kind are those of the number when the payload leaves them out.
     *
     * @param kindSaid the payload itself names the kind
     * @param appointmentSaid the payload itself names the first day of service
     */
    public record Profile(
            EmployeeKind kind,
            boolean kindSaid,
            @Nullable EmployeeStatus status,
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
            @Nullable String nik,
            @Nullable String npwp,
            @Nullable String address,
            @Nullable String phone,
            LocalDate firstAppointmentOn,
            boolean appointmentSaid,
            @Nullable LocalDate permanentOn) {
        /** The same but for what is not to be taken over. */
        public Profile with(EmployeeKind otherKind, @Nullable LocalDate otherPermanentOn) {
            return new Profile(
                    otherKind,
                    kindSaid,
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
                    nik,
                    npwp,
                    address,
                    phone,
                    firstAppointmentOn,
                    appointmentSaid,
                    otherPermanentOn);
        }
    }

    /**
     * Where an entry of a history comes from.
     *
     * @param raw the {@link Raw} row that it was read from; an entry whose row has not changed is left alone
     */
    public record Origin(
            @Nullable String decreeNumber,
            @Nullable LocalDate decreeDate,
            @Nullable String siasnId,
            @Nullable Raw raw) {
        public static final Origin NONE = new Origin(null, null, null, null);
    }

    /** One row of one history. */
    public sealed interface Entry {
        Origin origin();
    }

    public record RankEntry(
            SiasnWords.Grade grade,
            LocalDate startsOn,
            @Nullable String promotionKind,
            @Nullable Integer serviceYears,
            @Nullable Integer serviceMonths,
            Origin origin)
            implements Entry {}

    /** A unit as the payload names it, below its parent when it says so. */
    public record UnitName(
            @Nullable String siasnId,
            @Nullable String name,
            @Nullable UnitName parent) {}

    /**
     * @param level null when neither name nor echelon tells it
     * @param siasnId national id of the position
     * @param leadsUnit a structural post: its holder leads the unit
     * @param current the person's position of today: unit and position are created when they are not on record
     * @param reason why it is held although the law discourages it
     */
    public record PositionEntry(
            String assignment,
            String title,
            @Nullable PositionLevel level,
            @Nullable String siasnId,
            boolean leadsUnit,
            @Nullable UnitName unit,
            LocalDate startsOn,
            @Nullable LocalDate swornInOn,
            boolean current,
            @Nullable String reason,
            Origin origin)
            implements Entry {}

    /** @param exact the day is known, not only the year, whose first day it is then */
    public record EducationEntry(
            EducationLevel level,
            String field,
            @Nullable String institution,
            LocalDate graduatedOn,
            boolean exact,
            @Nullable String certificateNumber,
            @Nullable String frontTitles,
            @Nullable String backTitles,
            @Nullable Boolean atAppointment,
            Origin origin)
            implements Entry {}

    /** @param year only when the days are not known */
    public record TrainingEntry(
            String form,
            @Nullable String programme,
            String name,
            @Nullable String provider,
            @Nullable String certificateNumber,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable Integer year,
            BigDecimal hours,
            Origin origin)
            implements Entry {}

    public record AwardEntry(@Nullable String code, String name, LocalDate grantedOn, Origin origin) implements Entry {}

    /** A legal standing with its days. */
    public record StatusEntry(
            EmployeeStatus status,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            Origin origin) implements Entry {}

    public record DisciplineEntry(
            PenaltyLevel level,
            @Nullable String penalty,
            @Nullable String penaltyName,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String reason,
            @Nullable String regulation,
            @Nullable String cancelledBy,
            @Nullable LocalDate cancelledOn,
            Origin origin)
            implements Entry {}

    public record CreditEntry(
            @Nullable PositionLevel level,
            @Nullable String positionTitle,
            String basis,
            LocalDate startsOn,
            LocalDate endsOn,
            BigDecimal credit,
            Origin origin)
            implements Entry {}

    /**
     * A row as the national system sent it.
     *
     * @param kind the endpoint's name: {@code rw-jabatan}
     * @param siasnId the row's id; its checksum in hexadecimal when it has none
     * @param json the row, its members in order of their names
     */
    public record Raw(String kind, String siasnId, String json) {}
}
