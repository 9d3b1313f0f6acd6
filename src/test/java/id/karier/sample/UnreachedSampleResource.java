package id.karier.sample;

import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.sample.SampleJson.View;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** A list of a kind about people that says it is about nobody. */
@IfBuildProfile("planted")
@Path("/api/v1/unreached-samples")
@Tag(name = "histories")
public class UnreachedSampleResource {
    private final FaultyQueries samples;

    UnreachedSampleResource(FaultyQueries samples) {
        this.samples = samples;
    }

    @GET
    @Access(Resource.CAREER_HISTORY)
    @Operation(
            operationId = "listUnreachedSamples",
            summary = "Contoh semua orang",
            description = "Kunci urutan: startsOn.")
    public RestResponse<Page<View>> list(@BeanParam PageRequest page, UriInfo uri) {
        return samples.page(page).respond(uri);
    }
}
