package id.karier.competency.dictionary;

import id.karier.competency.dictionary.DictionaryJson.Edition;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What the dictionary said of a competency, and says, over HTTP. */
@Path("/api/v1/competencies/{competencyId}/editions")
@Tag(name = "competencies")
public class CompetencyEditionResource {
    private final DictionaryQueries competencies;
    private final EditionQueries editions;

    CompetencyEditionResource(DictionaryQueries competencies, EditionQueries editions) {
        this.competencies = competencies;
        this.editions = editions;
    }

    @GET
    @Access(Resource.COMPETENCY)
    @Operation(
            operationId = "listCompetencyEditions",
            summary = "Edisi-edisi sebuah kompetensi, terbaru dahulu",
            description = "Kunci urutan: number.")
    public RestResponse<Page<Edition>> list(UUID competencyId, @BeanParam PageRequest page, UriInfo uri) {
        competencies.summary(competencyId);
        return editions.page(competencyId, page).respond(uri);
    }

    @GET
    @Path("/{id}")
    @Access(Resource.COMPETENCY)
    @Operation(operationId = "getCompetencyEdition", summary = "Sebuah edisi dengan level dan indikatornya")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Edition.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(UUID competencyId, UUID id, Request request) {
        var edition = editions.require(competencyId, id);
        return EntityTags.read(request, EntityTags.of(edition.version()), edition);
    }
}
