package id.karier.history.entry;

import id.karier.history.entry.HistoryJson.TrainingFacts;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Register;
import id.karier.kernel.web.Writes;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The trainings of a person over HTTP. */
@Path("/api/v1/employees/{employeeId}/trainings")
@Tag(name = "histories")
@Access(Resource.CAREER_HISTORY)
@Register(object = "EmployeeTraining", one = "pelatihan", sort = "startsOn")
public class EmployeeTrainingResource extends HistoryResource<TrainingFacts, Entry<TrainingFacts>> {
    EmployeeTrainingResource(HistoryService history, Writes writes) {
        super(HistoryKinds.TRAININGS, EmployeeTraining::new, history, writes);
    }
}
