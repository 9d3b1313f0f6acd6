package id.karier.competency.profile;

import id.karier.competency.profile.ProfileJson.Profile;
import id.karier.employee.EmployeeDirectory;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.EntityTags;
import id.karier.rules.body.JpmBody.Purpose;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A person's competencies against a position, over HTTP. */
@Path("/api/v1/employees/{employeeId}/competency-profile")
@Tag(name = "competencies")
public class CompetencyProfileResource {
    private final Profiles profiles;
    private final EmployeeDirectory people;

    CompetencyProfileResource(Profiles profiles, EmployeeDirectory people) {
        this.profiles = profiles;
        this.people = people;
    }

    @GET
    @Access(Resource.COMPETENCY_RESULT)
    @Operation(
            operationId = "getCompetencyProfile",
            summary = "Kompetensi yang dikuasai dibanding yang disyaratkan",
            description = "Terhadap jabatan definitifnya, atau jabatan lain dengan position. Yang belum dinilai tidak"
                    + " dihitung nol; selama ada yang belum dinilai JPM tidak ada.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Profile.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(
            UUID employeeId,
            @QueryParam("position") @Parameter(description = "Bandingkan dengan jabatan ini.") @Nullable UUID position,
            @QueryParam("asOf")
                    @Parameter(description = "Pada hari itu; tanpa ini hari ini.", example = "2026-01-01")
                    @Nullable
                    LocalDate asOf,
            @QueryParam("purpose")
                    @Parameter(
                            description = "Kategori JPM untuk pemetaan atau seleksi; tanpa ini pemetaan.",
                            example = "PEMETAAN")
                    @Nullable
                    Purpose purpose,
            Request request) {
        people.require(employeeId);
        var profile = profiles.of(employeeId, position, asOf, Objects.requireNonNullElse(purpose, Purpose.PEMETAAN));
        return EntityTags.read(request, EntityTags.of(0, profile), profile);
    }
}
