package id.karier.history.entry;

import id.karier.history.entry.HistoryJson.DisciplineFacts;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Register;
import id.karier.kernel.web.Writes;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The disciplinary penalties of a person over HTTP. */
@Path("/api/v1/employees/{employeeId}/disciplines")
@Tag(name = "histories")
@Access(Resource.DISCIPLINE)
@Register(object = "EmployeeDiscipline", one = "hukuman disiplin", sort = "startsOn")
public class EmployeeDisciplineResource extends HistoryResource<DisciplineFacts, Entry<DisciplineFacts>> {
    EmployeeDisciplineResource(HistoryService history, Writes writes) {
        super(HistoryKinds.DISCIPLINES, EmployeeDiscipline::new, history, writes);
    }
}
