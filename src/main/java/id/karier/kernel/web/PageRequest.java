package id.karier.kernel.web;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters that every list takes. */
public class PageRequest {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    @QueryParam("limit")
    @DefaultValue("50")
    @Parameter(
            description = "Jumlah baris sehalaman, 1–200.",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            format = "int32",
                            minimum = "1",
                            maximum = "200",
                            defaultValue = "50"))
    int limit = DEFAULT_LIMIT;

    @QueryParam("cursor")
    @Parameter(
            description = "Lanjutan dari `next` halaman sebelumnya; hanya berlaku dengan filter dan urutan yang sama.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 1000))
    @Nullable
    String cursor;

    @QueryParam("sort")
    @Parameter(
            description = "Kunci urutan dipisah koma, `-` di depan untuk menurun; kunci yang ada tertulis di operasi.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 100))
    @Nullable
    String sort;

    @QueryParam("total")
    @DefaultValue("false")
    @Parameter(description = "Hitung juga seluruh baris (lebih mahal).")
    boolean total;

    public PageRequest() {}

    public PageRequest(int limit, @Nullable String cursor, @Nullable String sort, boolean total) {
        this.limit = limit;
        this.cursor = cursor;
        this.sort = sort;
        this.total = total;
    }

    /** The same page in another order, unless the client asks for one. */
    public PageRequest sortedBy(String order) {
        return sort == null || sort.isBlank() ? new PageRequest(limit, cursor, order, total) : this;
    }

    int checkedLimit() {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new ProblemException(
                    ErrorCode.INVALID_PARAMETER,
                    FieldError.of("limit", "LIMIT_OUT_OF_RANGE", String.valueOf(MAX_LIMIT)));
        }
        return limit;
    }
}
