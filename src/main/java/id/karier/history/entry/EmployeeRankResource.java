package id.karier.history.entry;

import id.karier.history.entry.HistoryJson.RankFacts;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Register;
import id.karier.kernel.web.Writes;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ranks of a person over HTTP. */
@Path("/api/v1/employees/{employeeId}/ranks")
@Tag(name = "histories")
@Access(Resource.CAREER_HISTORY)
@Register(object = "EmployeeRank", one = "pangkat", many = "pangkat atau golongan", sort = "startsOn")
public class EmployeeRankResource extends HistoryResource<RankFacts, Entry<RankFacts>> {
    EmployeeRankResource(HistoryService history, Writes writes) {
        super(HistoryKinds.RANKS, EmployeeRank::new, history, writes);
    }
}
