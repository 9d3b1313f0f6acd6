package id.karier.organisation;

import id.karier.kernel.web.Versioned;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What travels over the wire about units. */
public final class UnitJson {
    /** Codes are ASCII words: they stand in files and in other systems. */
    static final String CODE = "[A-Za-z0-9][A-Za-z0-9._/-]*";

    private UnitJson() {}

    /** A unit to open. */
    @Schema(name = "NewUnit")
    public record NewUnit(
            @NotNull
            @Size(min = 1, max = 40)
            @Pattern(regexp = CODE)
            @Schema(description = "Kode unit, unik di instansi.", examples = "2.16.01.03")
            String code,

            @NotBlank @Size(max = 200) @Schema(examples = "Bidang Aplikasi Informatika")
            String name,

            @NotNull @Size(max = 30) @Schema(description = "Kode daftar acuan unit-kinds.", examples = "BIDANG")
            String kind,

            @Schema(
                    description = "Unit di atasnya; tanpa ini unit berdiri di puncak.",
                    examples = "01980a52-7c1e-7000-8000-000000000002")
            @Nullable
            UUID parentId,

            @NotNull @Schema(examples = "2026-01-01") LocalDate openedOn,

            @Size(max = 100) @Schema(examples = "060/12/SK/2026") @Nullable
            String decreeNumber,

            @Schema(examples = "2025-12-15") @Nullable LocalDate decreeDate,

            @Size(max = 42)
            @Pattern(regexp = "[!-~]*")
            @Schema(description = "Id di SIASN.", examples = "8ae48300000000000000000000000c01")
            @Nullable
            String siasnId) {}

    /** What an officer may change of a unit with a merge patch. */
    @Schema(name = "UnitChanges")
    public record UnitChanges(
            @NotNull @Size(min = 1, max = 40) @Pattern(regexp = CODE) @Schema(examples = "2.16.01.03")
            String code,

            @NotBlank @Size(max = 200) @Schema(examples = "Bidang Aplikasi Informatika")
            String name,

            @NotNull @Size(max = 30) @Schema(description = "Kode daftar acuan unit-kinds.", examples = "BIDANG")
            String kind,

            @NotNull
            @Schema(
                    description =
                            "Hari buka yang benar, bila tercatat keliru; tidak sesudah hari unit pertama dipakai.",
                    examples = "2020-01-01")
            LocalDate openedOn) {}

    /** Another name by decree; the unit bears it from its day on. */
    @Schema(name = "UnitRename")
    public record Rename(
            @NotBlank @Size(max = 200) @Schema(examples = "Bidang Aplikasi dan Data")
            String name,

            @NotNull @Schema(description = "Hari pertama dengan nama ini.", examples = "2027-01-01")
            LocalDate startsOn,

            @NotBlank @Size(max = 100) @Schema(examples = "060/88/SK/2026")
            String decreeNumber,

            @NotNull @Schema(examples = "2026-11-02") LocalDate decreeDate) {}

    /** What a unit was, is, or will be called. */
    @Schema(name = "UnitNameSpan")
    public record NameSpan(
            UUID id,
            @Schema(examples = "Bidang Aplikasi dan Data") String name,
            @Schema(examples = "2027-01-01") LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Schema(examples = "060/88/SK/2026") @Nullable String decreeNumber,
            @Schema(examples = "2026-11-02") @Nullable LocalDate decreeDate,

            @Schema(description = "Harinya belum tiba.", examples = "true")
            boolean planned,

            @Schema(description = "Versi, untuk If-Match.", examples = "0")
            long version) {}

    /** A move by decree; it changes the tree on its day. */
    @Schema(name = "UnitMove")
    public record Move(
            @Schema(
                    description = "Unit di atasnya sejak hari itu; tanpa ini unit pindah ke puncak.",
                    examples = "01980a52-7c1e-7000-8000-000000000002")
            @Nullable
            UUID parentId,

            @NotNull @Schema(description = "Hari pertama di tempat baru.", examples = "2027-01-01")
            LocalDate startsOn,

            @NotBlank @Size(max = 100) @Schema(examples = "060/88/SK/2026")
            String decreeNumber,

            @NotNull @Schema(examples = "2026-11-02") LocalDate decreeDate) {}

    /** When something ends. */
    @Schema(name = "Closure")
    public record Closure(
            @Schema(description = "Hari terakhir; tanpa ini hari ini.", examples = "2026-12-31") @Nullable
            LocalDate closedOn) {}

    /** A unit as others name it. */
    @Schema(name = "UnitLink")
    public record Link(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000002")
            UUID id,

            @Schema(examples = "Dinas Komunikasi dan Informatika")
            String name,

            @Schema(examples = "DINAS") String kind) {}

    /** Who leads a unit today. */
    @Schema(name = "UnitHead")
    public record Head(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000003")
            UUID employeeId,

            @Schema(examples = "Sari Widuri, S.Kom., M.T.") String name,

            @Schema(examples = "01980a52-7c1e-7000-8000-000000000004")
            UUID positionId,

            @Schema(examples = "Kepala Bidang Aplikasi Informatika")
            String positionName,

            @Schema(description = "DEFINITIVE, atau jabatan pelaksana (Plt/Plh).", examples = "DEFINITIVE")
            String assignment) {}

    /** A unit with its place in the tree of today, or of the day that was asked for. */
    @Schema(name = "OrganisationUnit")
    public record View(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000005")
            UUID id,

            @Schema(description = "Kode instansi.", examples = "lampung")
            String agency,

            @Schema(examples = "2.16.01.03") String code,

            @Schema(examples = "Bidang Aplikasi Informatika")
            String name,

            @Schema(examples = "BIDANG") String kind,
            @Nullable Link parent,

            @Schema(description = "Unit-unit di atasnya, dari puncak sampai induknya.")
            List<Link> path,

            @Nullable Head head,
            @Schema(examples = "2020-01-01") LocalDate openedOn,

            @Schema(description = "Hari terakhir; tidak ada selama unit masih ada.") @Nullable
            LocalDate closedOn,

            @Schema(examples = "8ae48300000000000000000000000c01") @Nullable
            String siasnId,

            @Schema(description = "Versi, sama dengan bagian depan ETag.", examples = "3")
            long version)
            implements Versioned {
        View(Row row, List<Link> path, @Nullable Head head) {
            this(
                    row.id,
                    row.agency,
                    row.code,
                    row.name,
                    row.kind,
                    path.isEmpty() ? null : path.get(path.size() - 1),
                    path,
                    head,
                    row.openedOn,
                    row.closedOn,
                    row.siasnId,
                    row.version);
        }
    }

    /** The row of a unit, before its place and head are known. */
    record Row(
            UUID id,
            String agency,
            String code,
            String name,
            String kind,
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            @Nullable String siasnId,
            long version) {
        /** The same under the name of another day. */
        Row called(String other) {
            return new Row(id, agency, code, other, kind, openedOn, closedOn, siasnId, version);
        }
    }

    /** A row of the list of units. */
    @Schema(name = "UnitSummary")
    public record Summary(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000005")
            UUID id,

            @Schema(examples = "lampung") String agency,
            @Schema(examples = "2.16.01.03") String code,

            @Schema(examples = "Bidang Aplikasi Informatika")
            String name,

            @Schema(examples = "BIDANG") String kind,

            @Schema(examples = "01980a52-7c1e-7000-8000-000000000002") @Nullable
            UUID parentId,

            @Schema(examples = "2020-01-01") LocalDate openedOn,
            @Nullable LocalDate closedOn) {}

    /** A unit of a subtree. */
    @Schema(name = "UnitNode")
    public record Node(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000005")
            UUID id,

            @Schema(examples = "2.16.01.03") String code,

            @Schema(examples = "Bidang Aplikasi Informatika")
            String name,

            @Schema(examples = "BIDANG") String kind,

            @Schema(examples = "01980a52-7c1e-7000-8000-000000000002") @Nullable
            UUID parentId,

            @Schema(description = "Langkah dari akar subpohon; akarnya 0.", examples = "1")
            int depth,

            @Nullable LocalDate closedOn) {}

    /** Where a unit stood, stands, or will stand. */
    @Schema(name = "UnitPlacement")
    public record Placement(
            UUID id,

            @Schema(description = "Tidak ada: di puncak.") @Nullable
            Link parent,

            @Schema(examples = "2027-01-01") LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Schema(examples = "060/88/SK/2026") @Nullable String decreeNumber,
            @Schema(examples = "2026-11-02") @Nullable LocalDate decreeDate,

            @Schema(description = "Harinya belum tiba.", examples = "true")
            boolean planned,

            @Schema(description = "Versi, untuk If-Match.", examples = "0")
            long version) {
        Placement(
                UUID id,
                @Nullable UUID parentId,
                @Nullable String parentName,
                @Nullable String parentKind,
                LocalDate startsOn,
                @Nullable LocalDate endsOn,
                @Nullable String decreeNumber,
                @Nullable LocalDate decreeDate,
                boolean applied,
                long version) {
            this(
                    id,
                    parentId == null || parentName == null || parentKind == null
                            ? null
                            : new Link(parentId, parentName, parentKind),
                    startsOn,
                    endsOn,
                    decreeNumber,
                    decreeDate,
                    !applied,
                    version);
        }
    }
}
