package id.karier.history.entry;

import id.karier.history.entry.HistoryJson.EducationFacts;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Register;
import id.karier.kernel.web.Writes;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The educations of a person over HTTP. */
@Path("/api/v1/employees/{employeeId}/educations")
@Tag(name = "histories")
@Access(Resource.CAREER_HISTORY)
@Register(object = "EmployeeEducation", one = "pendidikan", sort = "graduatedOn")
public class EmployeeEducationResource extends HistoryResource<EducationFacts, Entry<EducationFacts>> {
    EmployeeEducationResource(HistoryService history, Writes writes) {
        super(HistoryKinds.EDUCATIONS, EmployeeEducation::new, history, writes);
    }
}
