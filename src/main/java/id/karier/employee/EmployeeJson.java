package id.karier.employee;

import id.karier.kernel.Published;
import id.karier.kernel.web.Versioned;
import id.karier.rules.terms.PositionLevel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What travels over the wire about employees. */
@Published
public final class EmployeeJson {
    private EmployeeJson() {}

    /** A person to register. The position, ranks and educations follow as histories. */
    @Schema(name = "NewEmployee")
    public record NewEmployee(
            @NotNull
            @Pattern(regexp = "[0-9]{18}")
            @Schema(description = "NIP atau NI PPPK, 18 angka.", examples = "199608182022041001")
            String identityNumber,

            @NotNull @Schema(examples = "PNS") EmployeeKind kind,

            @NotNull @Past @Schema(examples = "1996-08-18") LocalDate birthDate,

            @NotNull @Schema(examples = "M") Sex sex,

            @NotNull @Valid Profile profile,

            @Valid
            @Schema(description = "Wajib bila profile.status bukan ACTIVE: menjadi baris pertama statuses.")
            @Nullable
            StatusDecree statusDecree,

            @Valid @Nullable PersonalData personalData) {
        /** The legal standing of a day. */
        EmployeeStatus statusOn(LocalDate day) {
            return statusDecree != null && statusDecree.covers(day) ? profile.status() : EmployeeStatus.ACTIVE;
        }
    }

    /** What an officer may change with a merge patch. */
    @Schema(name = "EmployeeProfile")
    public record Profile(
            @NotBlank @Size(min = 1, max = 100) @Schema(examples = "Sari Widuri")
            String name,

            @Size(max = 50) @Schema(examples = "Dr.") @Nullable
            String frontTitles,

            @Size(max = 100) @Schema(examples = "S.Kom., M.T.") @Nullable
            String backTitles,

            @Size(max = 100) @Schema(examples = "Bandar Lampung") @Nullable
            String birthPlace,

            @Size(max = 20) @Schema(examples = "ISLAM") @Nullable
            String religion,

            @Size(max = 20) @Schema(examples = "MARRIED") @Nullable
            String maritalStatus,

            @Email @Size(max = 150) @Schema(examples = "sari.widuri@lampung.example.id") @Nullable
            String officialEmail,

            @NotNull
            @Schema(description = "Hari ini; diubah lewat POST …/statuses, tidak di sini.", examples = "ACTIVE")
            EmployeeStatus status,

            @NotNull @Schema(description = "TMT CPNS, atau awal perjanjian kerja pertama.", examples = "2022-04-01")
            LocalDate firstAppointmentOn,

            @Schema(description = "TMT PNS; seorang CPNS lewat POST …/permanent-appointment.", examples = "2023-04-01")
            @Nullable
            LocalDate permanentOn) {}

    /** What is encrypted at rest; shown in the clear only here, and each such reading is logged. */
    @Schema(name = "EmployeePersonalData")
    public record PersonalData(
            @Pattern(regexp = "[0-9]{16}") @Schema(examples = "9999990101900001") @Nullable
            String nik,

            @Pattern(regexp = "[0-9]{15,16}") @Schema(examples = "000000000000000") @Nullable
            String npwp,

            @Size(max = 400) @Schema(examples = "Jl. Melati Nomor 0, Contoh") @Nullable
            String address,

            @Pattern(regexp = "\\+?[0-9 -]{6,20}") @Schema(examples = "081200000000") @Nullable
            String phone,

            @Email @Size(max = 150) @Schema(examples = "sari.contoh@example.id") @Nullable
            String email) {}

    /** A unit as others name it. */
    @Schema(name = "UnitName")
    public record UnitName(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000002")
            UUID id,

            @Schema(examples = "Bidang Aplikasi Informatika")
            String name) {
        static @Nullable UnitName of(@Nullable UUID id, @Nullable String name) {
            return id == null || name == null ? null : new UnitName(id, name);
        }
    }

    /** The position that is held today. */
    @Schema(name = "CurrentPosition")
    public record CurrentPosition(
            @Nullable UUID id,
            @Schema(examples = "Pranata Komputer Ahli Muda") String title,
            @Schema(examples = "JF_AHLI_MUDA") PositionLevel level,
            @Schema(examples = "2021-10-01") LocalDate since,
            @Schema(description = "Memimpin unitnya.") boolean leadsUnit) {
        static @Nullable CurrentPosition of(
                @Nullable UUID id,
                @Nullable String title,
                @Nullable PositionLevel level,
                @Nullable LocalDate since,
                boolean leadsUnit) {
            return title == null || level == null || since == null
                    ? null
                    : new CurrentPosition(id, title, level, since, leadsUnit);
        }
    }

    /** The rank, or the golongan of a PPPK, of today. */
    @Schema(name = "CurrentRank")
    public record CurrentRank(
            @Schema(examples = "III/c") String code,
            @Schema(examples = "2023-04-01") LocalDate since) {
        static @Nullable CurrentRank of(@Nullable String code, @Nullable LocalDate since) {
            return code == null || since == null ? null : new CurrentRank(code, since);
        }
    }

    /** The highest education that is on record. */
    @Schema(name = "CurrentEducation")
    public record CurrentEducation(
            @Schema(examples = "S2") String level,

            @Schema(examples = "Teknik Informatika") @Nullable
            String field) {
        static @Nullable CurrentEducation of(@Nullable String level, @Nullable String field) {
            return level == null ? null : new CurrentEducation(level, field);
        }
    }

    /** What was asked for with {@code expand}, each as the address of its name answers without parameters. */
    @Schema(
            name = "EmployeeExpansions",
            description = "Hanya yang diminta dengan expand dan yang boleh Anda baca.",
            examples = "{\"unitPath\": [{\"id\": \"01980a52-7c1e-7000-8000-000000000002\","
                    + " \"name\": \"Bidang Aplikasi Informatika\"}],"
                    + " \"awards\": {\"items\": [], \"next\": null}}")
    public record Expanded(
            @Schema(
                    description = "Unit beserta induknya hari ini, teratas dahulu.",
                    type = SchemaType.ARRAY,
                    implementation = UnitName.class)
            @Nullable
            Object unitPath,

            @Schema(ref = "IdentityNumberEntryPage") @Nullable
            Object identityNumbers,

            @Schema(ref = "RankEntryPage") @Nullable Object ranks,
            @Schema(ref = "PositionEntryPage") @Nullable Object positions,
            @Schema(ref = "EducationEntryPage") @Nullable Object educations,
            @Schema(ref = "TrainingEntryPage") @Nullable Object trainings,
            @Schema(ref = "AwardEntryPage") @Nullable Object awards,
            @Schema(ref = "DisciplineEntryPage") @Nullable Object disciplines,
            @Schema(ref = "CreditEntryPage") @Nullable Object credits,
            @Schema(ref = "StatusEntryPage") @Nullable Object statuses,
            @Schema(ref = "Timeline") @Nullable Object timeline) {
        static Expanded of(Map<Expansion, Object> found) {
            return new Expanded(
                    found.get(Expansion.unitPath),
                    found.get(Expansion.identityNumbers),
                    found.get(Expansion.ranks),
                    found.get(Expansion.positions),
                    found.get(Expansion.educations),
                    found.get(Expansion.trainings),
                    found.get(Expansion.awards),
                    found.get(Expansion.disciplines),
                    found.get(Expansion.credits),
                    found.get(Expansion.statuses),
                    found.get(Expansion.timeline));
        }
    }

    /** A person as she stands today; personal data masked. */
    @Schema(name = "Employee")
    public record View(
            UUID id,
            @Schema(examples = "199608182022041001") String identityNumber,
            EmployeeKind kind,
            EmployeeStatus status,
            @Schema(examples = "Sari Widuri") String name,
            @Schema(examples = "Sari Widuri, S.Kom., M.T.") String fullName,
            @Nullable String frontTitles,
            @Nullable String backTitles,
            @Nullable String birthPlace,
            @Schema(examples = "1996-08-18") LocalDate birthDate,
            Sex sex,
            @Nullable String religion,
            @Nullable String maritalStatus,
            @Nullable String officialEmail,

            @Schema(description = "Tersamar; lihat personal-data.", examples = "***") @Nullable
            String email,

            @Schema(description = "Tersamar; lihat personal-data.", examples = "***") @Nullable
            String nik,

            @Schema(description = "Tersamar; lihat personal-data.", examples = "***") @Nullable
            String npwp,

            @Schema(description = "Tersamar; lihat personal-data.", examples = "***") @Nullable
            String address,

            @Schema(description = "Tersamar; lihat personal-data.", examples = "***") @Nullable
            String phone,

            LocalDate firstAppointmentOn,
            @Nullable LocalDate permanentOn,
            @Nullable UnitName unit,
            @Nullable CurrentPosition position,
            @Nullable CurrentRank rank,
            @Nullable CurrentEducation education,

            @Schema(description = "TMT pensiun menurut jabatan hari ini.", examples = "2054-09-01") @Nullable
            LocalDate retirementOn,

            Source source,
            @Nullable String siasnId,
            Instant updatedAt,
            @Nullable Expanded expanded,

            @Schema(description = "Versi, sama dengan ETag.", examples = "3")
            long version)
            implements Versioned {
        View with(Expanded more) {
            return new View(
                    id,
                    identityNumber,
                    kind,
                    status,
                    name,
                    fullName,
                    frontTitles,
                    backTitles,
                    birthPlace,
                    birthDate,
                    sex,
                    religion,
                    maritalStatus,
                    officialEmail,
                    email,
                    nik,
                    npwp,
                    address,
                    phone,
                    firstAppointmentOn,
                    permanentOn,
                    unit,
                    position,
                    rank,
                    education,
                    retirementOn,
                    source,
                    siasnId,
                    updatedAt,
                    more,
                    version);
        }
    }

    /** A row of a list: all that the person's own address says, but for what is masked there. */
    @Schema(name = "EmployeeSummary")
    public record Summary(
            UUID id,
            @Schema(examples = "199608182022041001") String identityNumber,
            EmployeeKind kind,
            EmployeeStatus status,
            @Schema(examples = "Sari Widuri") String name,
            @Schema(examples = "Sari Widuri, S.Kom., M.T.") String fullName,
            @Nullable String frontTitles,
            @Nullable String backTitles,
            @Nullable String birthPlace,
            @Schema(examples = "1996-08-18") LocalDate birthDate,
            Sex sex,
            @Nullable String religion,
            @Nullable String maritalStatus,
            @Nullable String officialEmail,
            LocalDate firstAppointmentOn,
            @Nullable LocalDate permanentOn,
            @Nullable UnitName unit,
            @Nullable CurrentPosition position,
            @Nullable CurrentRank rank,
            @Nullable CurrentEducation education,
            @Nullable LocalDate retirementOn,
            Source source,
            @Nullable String siasnId,
            Instant updatedAt,

            @Schema(description = "Versi, sama dengan ETag.", examples = "3")
            long version) {
        /** What the database holds where no retirement can be computed yet. */
        static final LocalDate NEVER = LocalDate.of(9999, 12, 31);
    }

    /** What to look for; all that is given must hold. Names and numbers go here, never into an address. */
    @Schema(name = "EmployeeSearch")
    public record Search(
            @Size(min = 1, max = 100)
            @Schema(description = "Awal kata mana pun dari nama, atau NIP seluruhnya.", examples = "sari wid")
            @Nullable
            String q,

            @Pattern(regexp = "[0-9]{18}")
            @Schema(description = "NIP atau NI PPPK, juga yang lama.", examples = "199608182022041001")
            @Nullable
            String identityNumber,

            @Pattern(regexp = "[0-9]{16}") @Schema(examples = "9999990101900001") @Nullable
            String nik,

            @Valid @Nullable Filter filter) {}

    /** The filters that a list takes as parameters, for use in a search. */
    @Schema(name = "EmployeeFilter")
    public record Filter(
            @Schema(description = "Unit beserta semua unit di bawahnya.") @Nullable
            UUID unit,

            @Nullable UUID position,
            @Schema(examples = "JF_AHLI_MUDA") @Nullable PositionLevel level,

            @Size(max = 6) @Pattern(regexp = "[!-~]*") @Schema(examples = "III/c") @Nullable
            String rank,

            @Schema(examples = "ACTIVE") @Nullable EmployeeStatus status,
            @Schema(examples = "PNS") @Nullable EmployeeKind kind,

            @Schema(description = "TMT pensiun sejak tanggal ini.") @Nullable
            LocalDate retiringFrom,

            @Schema(description = "TMT pensiun sampai tanggal ini.") @Nullable
            LocalDate retiringUntil,

            @Schema(description = "Berubah sejak saat ini.", examples = "2026-11-27T17:00:00.000Z") @Nullable
            Instant updatedSince,

            @Schema(
                    description =
                            "Hanya bawahan langsung Anda: unit yang Anda pimpin, dan pemimpin unit tepat di bawahnya.")
            @Nullable
            Boolean directReports,

            @Schema(description = "Tanpa Anda sendiri.") @Nullable
            Boolean withoutMe) {
        static final Filter NONE = new Filter(null, null, null, null, null, null, null, null, null, null, null);
    }
}
