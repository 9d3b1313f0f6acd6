package id.karier.employee;

import id.karier.employee.EmployeeJson.Filter;
import id.karier.kernel.Published;
import id.karier.rules.terms.PositionLevel;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filters of the list of people, as parameters; none of them names a person. */
@Published
public class FilterParameters {
    @QueryParam("unit")
    @Parameter(description = "Unit beserta semua unit di bawahnya.")
    @Nullable
    UUID unit;

    @QueryParam("position")
    @Parameter(description = "Jabatan yang dipegang hari ini.")
    @Nullable
    UUID position;

    @QueryParam("level")
    @Parameter(description = "Jenjang jabatan.", example = "JF_AHLI_MUDA")
    @Nullable
    PositionLevel level;

    @QueryParam("rank")
    @Parameter(description = "Golongan ruang, atau golongan PPPK.", example = "III/c")
    @Nullable
    String rank;

    @QueryParam("status")
    @Parameter(description = "Kedudukan hukum.", example = "ACTIVE")
    @Nullable
    EmployeeStatus status;

    @QueryParam("kind")
    @Parameter(description = "Jenis kepegawaian; kode daftar acuan employee-kinds.", example = "PNS")
    @Nullable
    EmployeeKind kind;

    @QueryParam("retiringFrom")
    @Parameter(
            description = "TMT pensiun sejak tanggal ini; tanpa sort, daftar menurut TMT pensiun.",
            example = "2027-01-01")
    @Nullable
    LocalDate retiringFrom;

    @QueryParam("retiringUntil")
    @Parameter(
            description = "TMT pensiun sampai tanggal ini; tanpa sort, daftar menurut TMT pensiun.",
            example = "2027-12-31")
    @Nullable
    LocalDate retiringUntil;

    @QueryParam("updatedSince")
    @Parameter(
            description = "Baris yang berubah sejak saat ini (UTC); tanpa sort, daftar menurut updatedAt.",
            example = "2026-11-27T17:00:00.000Z")
    @Nullable
    Instant updatedSince;

    @QueryParam("directReports")
    @Parameter(
            description =
                    "true: hanya bawahan langsung Anda, yaitu yang ada di unit yang Anda pimpin, dan pemimpin unit"
                            + " tepat di bawahnya.",
            example = "false")
    @Nullable
    Boolean directReports;

    @QueryParam("withoutMe")
    @Parameter(description = "true: tanpa Anda sendiri.", example = "false")
    @Nullable
    Boolean withoutMe;

    /** The same as one value. */
    public Filter filter() {
        return new Filter(
                unit,
                position,
                level,
                rank,
                status,
                kind,
                retiringFrom,
                retiringUntil,
                updatedSince,
                directReports,
                withoutMe);
    }
}
