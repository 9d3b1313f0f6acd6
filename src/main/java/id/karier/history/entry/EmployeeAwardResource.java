package id.karier.history.entry;

import id.karier.history.entry.HistoryJson.AwardFacts;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Register;
import id.karier.kernel.web.Writes;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The awards of a person over HTTP. */
@Path("/api/v1/employees/{employeeId}/awards")
@Tag(name = "histories")
@Access(Resource.CAREER_HISTORY)
@Register(object = "EmployeeAward", one = "penghargaan", sort = "grantedOn")
public class EmployeeAwardResource extends HistoryResource<AwardFacts, Entry<AwardFacts>> {
    EmployeeAwardResource(HistoryService history, Writes writes) {
        super(HistoryKinds.AWARDS, EmployeeAward::new, history, writes);
    }
}
