package id.karier.competency.dictionary;

import id.karier.competency.CompetencyKind;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filters of the dictionary. */
public class DictionaryFilter {
    @QueryParam("kind")
    @Parameter(description = "Jenis kompetensi.", example = "TECHNICAL")
    @Nullable
    CompetencyKind kind;

    @QueryParam("affair")
    @Parameter(
            description = "Urusan pemerintahan; `2` memuat semua urusan yang kodenya diawali `2.`.",
            schema = @Schema(maxLength = 20))
    @Nullable
    String affair;

    @QueryParam("jobFamily")
    @Parameter(description = "Rumpun jabatan fungsional.", example = "RJF_03", schema = @Schema(maxLength = 20))
    @Nullable
    String jobFamily;

    @QueryParam("q")
    @Parameter(
            description = "Awal kode, atau awal nama dalam salah satu bahasa.",
            example = "Integ",
            schema = @Schema(maxLength = 200))
    @Nullable
    String q;

    @QueryParam("retired")
    @DefaultValue("false")
    @Parameter(description = "true: hanya yang tidak dipakai lagi; tanpa ini hanya yang dipakai.")
    boolean retired;
}
