package id.karier.sample;

import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import id.karier.sample.SampleJson.View;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A single object that forgets the reach. */
@IfBuildProfile("planted")
@Path("/api/v1/forgetful-samples")
@Tag(name = "histories")
public class ForgetfulSampleResource {
    private final FaultyQueries samples;

    ForgetfulSampleResource(FaultyQueries samples) {
        this.samples = samples;
    }

    @GET
    @Path("/{id}")
    @Access(Resource.CAREER_HISTORY)
    @Operation(operationId = "getForgetfulSample", summary = "Sebuah contoh milik siapa saja")
    public View get(UUID id) {
        return samples.view(id);
    }
}
