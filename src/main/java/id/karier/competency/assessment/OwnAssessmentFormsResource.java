package id.karier.competency.assessment;

import id.karier.competency.assessment.AssessmentJson.FormSummary;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What waits for the signed-in rater, over HTTP. */
@Path("/api/v1/me/assessment-forms")
@Tag(name = "assessments")
public class OwnAssessmentFormsResource {
    private final FormService service;

    OwnAssessmentFormsResource(FormService service) {
        this.service = service;
    }

    @GET
    @Access(Resource.ME)
    @Operation(
            operationId = "listMyAssessmentForms",
            summary = "Formulir penilaian Anda dalam putaran yang terbuka",
            description = "Yang belum dijawab: state INVITED. Kunci urutan: id.")
    public RestResponse<Page<FormSummary>> list(@BeanParam PageRequest page, UriInfo uri) {
        return service.page(page).respond(uri);
    }
}
