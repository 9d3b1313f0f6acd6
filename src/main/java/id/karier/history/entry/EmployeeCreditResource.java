package id.karier.history.entry;

import id.karier.history.entry.HistoryJson.CreditFacts;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Register;
import id.karier.kernel.web.Writes;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The credit points of a person over HTTP. */
@Path("/api/v1/employees/{employeeId}/credits")
@Tag(name = "histories")
@Access(Resource.CAREER_HISTORY)
@Register(object = "EmployeeCredit", one = "angka kredit", sort = "startsOn")
public class EmployeeCreditResource extends HistoryResource<CreditFacts, Entry<CreditFacts>> {
    EmployeeCreditResource(HistoryService history, Writes writes) {
        super(HistoryKinds.CREDITS, EmployeeCredit::new, history, writes);
    }
}
