package id.karier.demo.population;

import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.PositionLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invented person with everything that the registers hold of her. Words are those of the registers' columns.
 *
 * @param signIn the demo sign-in that she is, {@code sdm}, or null
 */
public record Person(
        UUID id,
        String agency,
        String identityNumber,
        String kind,
        String status,
        Name name,
        Private hidden,
        LocalDate firstAppointmentOn,
        @Nullable LocalDate permanentOn,
        Current current,
        List<Number> numbers,
        List<RankRow> ranks,
        List<Posting> positions,
        List<Education> educations,
        List<Training> trainings,
        List<Award> awards,
        List<Discipline> disciplines,
        List<Credit> credits,
        List<Standing> standings,
        @Nullable String signIn) {
    /** How the national system would name her. */
    public String siasnId() {
        return SeededIds.siasn(id);
    }

    /** Who she is. */
    public record Name(
            String name,
            @Nullable String frontTitles,
            @Nullable String backTitles,
            String birthPlace,
            LocalDate birthDate,
            String sex,
            String religion,
            String maritalStatus) {}

    /** What is encrypted at rest, and her addresses. */
    public record Private(String nik, String npwp, String address, String phone, String email, String officialEmail) {}

    /** What the histories say of the reference day. */
    public record Current(
            Structure.@Nullable Unit unit,
            @Nullable Posting position,
            Set<UUID> ledUnits,
            RankRow rank,
            Education education,
            LocalDate retirementOn,
            @Nullable LocalDate nextChangeOn) {
        public boolean leadsUnit() {
            return !ledUnits.isEmpty();
        }
    }

    /** A decree. */
    public record Decree(String number, LocalDate date) {}

    /** An identity number and its time. */
    public record Number(
            UUID id,
            String number,
            String kind,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            Decree decree) {}

    /** A rank, or the grade of a contract. */
    public record RankRow(
            UUID id,
            String code,
            int order,
            @Nullable String promotionKind,
            LocalDate startsOn,
            int serviceMonths,
            Decree decree) {}

    /**
     * A position held: definitively, or as PLT or PLH.
     *
     * @param reason why it is held although the law discourages it; null for nearly all
     */
    public record Posting(
            UUID id,
            String assignment,
            @Nullable UUID positionId,
            String title,
            PositionLevel level,
            @Nullable UUID unitId,
            String unitName,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            Decree decree,
            @Nullable String reason) {
        Posting until(@Nullable LocalDate lastDay) {
            return new Posting(
                    id, assignment, positionId, title, level, unitId, unitName, startsOn, lastDay, decree, reason);
        }

        Posting because(String reason) {
            return new Posting(
                    id, assignment, positionId, title, level, unitId, unitName, startsOn, endsOn, decree, reason);
        }
    }

    /** A degree. */
    public record Education(
            UUID id,
            EducationLevel level,
            String field,
            String institution,
            LocalDate graduatedOn,
            String certificateNumber,
            @Nullable String frontTitles,
            @Nullable String backTitles,
            boolean atAppointment) {}

    /** A training with its learning hours. */
    public record Training(
            UUID id,
            String form,
            @Nullable String programme,
            String name,
            String provider,
            String certificateNumber,
            LocalDate startsOn,
            LocalDate endsOn,
            BigDecimal hours) {}

    /** An award. */
    public record Award(UUID id, String code, String name, LocalDate grantedOn, Decree decree) {}

    /** A penalty. */
    public record Discipline(
            UUID id,
            String level,
            String penalty,
            String penaltyName,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            String reason,
            Decree decree) {}

    /** A legal standing from a day on. */
    public record Standing(
            UUID id,
            String status,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String destination,
            Decree decree) {}

    /** Credit points of a functional officer. */
    public record Credit(
            UUID id,
            PositionLevel level,
            String positionTitle,
            String basis,
            LocalDate startsOn,
            LocalDate endsOn,
            BigDecimal credit,
            Decree decree) {}
}
