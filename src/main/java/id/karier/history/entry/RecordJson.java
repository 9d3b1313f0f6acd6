package id.karier.history.entry;

import id.karier.employee.Source;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.PenaltyLevel;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What travels over the wire about educations, trainings, awards and penalties. */
public final class RecordJson {
    private RecordJson() {}

    /** A finished education. */
    @Schema(name = "EducationFacts")
    public record EducationFacts(
            @NotNull @Schema(examples = "S2") EducationLevel level,

            @NotBlank
            @Size(max = 150)
            @Schema(description = "Jurusan atau program studi.", examples = "Teknik Informatika")
            String field,

            @Size(min = 1, max = 200) @Schema(examples = "Universitas Contoh") @Nullable
            String institution,

            @NotNull @Schema(description = "Hari lulus.", examples = "2020-08-30")
            LocalDate graduatedOn,

            @Size(min = 1, max = 100) @Schema(description = "Nomor ijazah.", examples = "014/S2/2020") @Nullable
            String certificateNumber,

            @Size(min = 1, max = 50) @Schema(examples = "Dr.") @Nullable
            String frontTitles,

            @Size(min = 1, max = 100) @Schema(examples = "M.T.") @Nullable
            String backTitles,

            @Schema(description = "Pendidikan saat pengangkatan pertama.", examples = "false")
            boolean atAppointment,

            @Size(min = 1, max = 100)
            @Schema(description = "SK pencantuman gelar.", examples = "800/021/2021")
            @Nullable
            String decreeNumber,

            @Schema(examples = "2021-02-01") @Nullable LocalDate decreeDate)
            implements Decreed {}

    /** An education on record. */
    @Schema(name = "EducationEntry")
    public record EducationEntry(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000104")
            UUID id,

            @Schema(examples = "S2") EducationLevel level,
            @Schema(examples = "Teknik Informatika") String field,

            @Schema(examples = "Universitas Contoh") @Nullable
            String institution,

            @Schema(examples = "2020-08-30") LocalDate graduatedOn,
            @Schema(examples = "014/S2/2020") @Nullable String certificateNumber,
            @Schema(examples = "Dr.") @Nullable String frontTitles,
            @Schema(examples = "M.T.") @Nullable String backTitles,
            @Schema(examples = "false") boolean atAppointment,
            @Schema(examples = "800/021/2021") @Nullable String decreeNumber,
            @Schema(examples = "2021-02-01") @Nullable LocalDate decreeDate,
            @Schema(examples = "LOCAL") Source source,
            @Schema(description = "Id di SIASN.") @Nullable String siasnId,

            @Schema(description = "Versi, sama dengan ETag.", examples = "0")
            long version)
            implements EntryView {}

    /** A training, course, or other form of competency development. */
    @Schema(name = "TrainingFacts")
    public record TrainingFacts(
            @NotNull @Schema(description = "Kode dari reference/training-forms.", examples = "KL_STRUKTURAL")
            String form,

            @Pattern(regexp = "[A-Z_]{1,10}")
            @Schema(description = "Jenjang pelatihan kepemimpinan.", examples = "PKA")
            @Nullable
            String programme,

            @NotBlank @Size(max = 200) @Schema(examples = "Pelatihan Kepemimpinan Administrator Angkatan III")
            String name,

            @Size(min = 1, max = 200) @Schema(examples = "BPSDM Provinsi Contoh") @Nullable
            String provider,

            @Size(min = 1, max = 100) @Schema(examples = "00123/PKA/2017") @Nullable
            String certificateNumber,

            @NotNull @Schema(examples = "2017-03-06") LocalDate startsOn,

            @NotNull @Schema(examples = "2017-07-21") LocalDate endsOn,

            @NotNull
            @Positive
            @Digits(integer = 5, fraction = 2)
            @Schema(description = "Jam pelajaran (JP).", examples = "360")
            BigDecimal hours,

            @Size(min = 1, max = 100) @Schema(examples = "893/007/2017") @Nullable
            String decreeNumber,

            @Schema(examples = "2017-02-20") @Nullable LocalDate decreeDate)
            implements Decreed {}

    /** A training on record. */
    @Schema(name = "TrainingEntry")
    public record TrainingEntry(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000105")
            UUID id,

            @Schema(examples = "KL_STRUKTURAL") String form,
            @Schema(examples = "PKA") @Nullable String programme,

            @Schema(examples = "Pelatihan Kepemimpinan Administrator Angkatan III")
            String name,

            @Schema(examples = "BPSDM Provinsi Contoh") @Nullable
            String provider,

            @Schema(examples = "00123/PKA/2017") @Nullable String certificateNumber,
            @Schema(examples = "2017-03-06") LocalDate startsOn,
            @Schema(examples = "2017-07-21") LocalDate endsOn,
            @Schema(examples = "360") BigDecimal hours,
            @Schema(examples = "893/007/2017") @Nullable String decreeNumber,
            @Schema(examples = "2017-02-20") @Nullable LocalDate decreeDate,
            @Schema(examples = "LOCAL") Source source,
            @Schema(description = "Id di SIASN.") @Nullable String siasnId,

            @Schema(description = "Versi, sama dengan ETag.", examples = "0")
            long version)
            implements EntryView {}

    /** An award. */
    @Schema(name = "AwardFacts")
    public record AwardFacts(
            @Pattern(regexp = "[A-Za-z0-9_]{1,10}")
            @Schema(description = "Kode jenis penghargaan.", examples = "201")
            @Nullable
            String code,

            @NotBlank @Size(max = 200) @Schema(examples = "Satyalancana Karya Satya X Tahun")
            String name,

            @NotNull @Schema(examples = "2025-08-17") LocalDate grantedOn,

            @NotBlank @Size(max = 100) @Schema(examples = "71/TK/2025") @Nullable
            String decreeNumber,

            @NotNull @Schema(examples = "2025-08-04") @Nullable
            LocalDate decreeDate)
            implements Decreed {}

    /** An award on record. */
    @Schema(name = "AwardEntry")
    public record AwardEntry(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000106")
            UUID id,

            @Schema(examples = "201") @Nullable String code,

            @Schema(examples = "Satyalancana Karya Satya X Tahun")
            String name,

            @Schema(examples = "2025-08-17") LocalDate grantedOn,
            @Schema(examples = "71/TK/2025") @Nullable String decreeNumber,
            @Schema(examples = "2025-08-04") @Nullable LocalDate decreeDate,
            @Schema(examples = "LOCAL") Source source,
            @Schema(description = "Id di SIASN.") @Nullable String siasnId,

            @Schema(description = "Versi, sama dengan ETag.", examples = "0")
            long version)
            implements EntryView {}

    /** A disciplinary penalty. */
    @Schema(name = "DisciplineFacts")
    public record DisciplineFacts(
            @NotNull @Schema(description = "RINGAN, SEDANG, atau BERAT.", examples = "SEDANG")
            PenaltyLevel level,

            @Schema(
                    description = "Kode dari reference/discipline-penalties; kosong untuk hukuman menurut aturan lama.",
                    examples = "S1")
            @Nullable
            String penalty,

            @Size(min = 1, max = 200)
            @Schema(description = "Wajib bila penalty kosong.", examples = "Penundaan kenaikan gaji berkala")
            @Nullable
            String penaltyName,

            @NotNull @Schema(description = "TMT hukuman.", examples = "2024-05-11")
            LocalDate startsOn,

            @Schema(description = "Hari terakhir.", examples = "2024-11-10") @Nullable
            LocalDate endsOn,

            @Size(min = 1, max = 300) @Schema(examples = "Tidak masuk kerja 12 hari tanpa alasan yang sah") @Nullable
            String reason,

            @Size(min = 1, max = 60) @Schema(examples = "PP 94/2021") @Nullable
            String regulation,

            @Size(min = 1, max = 100) @Schema(description = "Nomor SK pembatalan.", examples = "862/077/2024") @Nullable
            String cancelledBy,

            @Schema(description = "Sejak hari ini hukuman batal.", examples = "2024-08-01") @Nullable
            LocalDate cancelledOn,

            @NotBlank @Size(max = 100) @Schema(examples = "862/031/2024") @Nullable
            String decreeNumber,

            @NotNull @Schema(examples = "2024-05-10") @Nullable
            LocalDate decreeDate)
            implements Decreed {}

    /** A penalty on record. */
    @Schema(name = "DisciplineEntry")
    public record DisciplineEntry(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000107")
            UUID id,

            @Schema(examples = "SEDANG") PenaltyLevel level,
            @Schema(examples = "S1") @Nullable String penalty,

            @Schema(examples = "Pemotongan tunjangan kinerja 25% selama 6 bulan") @Nullable
            String penaltyName,

            @Schema(examples = "2024-05-11") LocalDate startsOn,
            @Schema(examples = "2024-11-10") @Nullable LocalDate endsOn,

            @Schema(examples = "Tidak masuk kerja 12 hari tanpa alasan yang sah") @Nullable
            String reason,

            @Schema(examples = "PP 94/2021") @Nullable String regulation,
            @Schema(examples = "862/077/2024") @Nullable String cancelledBy,
            @Schema(examples = "2024-08-01") @Nullable LocalDate cancelledOn,
            @Schema(examples = "862/031/2024") @Nullable String decreeNumber,
            @Schema(examples = "2024-05-10") @Nullable LocalDate decreeDate,
            @Schema(examples = "LOCAL") Source source,
            @Schema(description = "Id di SIASN.") @Nullable String siasnId,

            @Schema(description = "Versi, sama dengan ETag.", examples = "0")
            long version)
            implements EntryView {}
}
