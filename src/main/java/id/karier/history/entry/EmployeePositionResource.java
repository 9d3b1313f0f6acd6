package id.karier.history.entry;

import id.karier.history.entry.HistoryJson.PositionEntry;
import id.karier.history.entry.HistoryJson.PositionFacts;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Register;
import id.karier.kernel.web.Writes;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The positions of a person over HTTP. */
@Path("/api/v1/employees/{employeeId}/positions")
@Tag(name = "histories")
@Access(Resource.CAREER_HISTORY)
@Register(
        object = "EmployeePosition",
        one = "jabatan",
        sort = "startsOn",
        creating = "Jabatan definitif tidak boleh tumpang tindih; Plt dan Plh boleh. Dengan `closesPrevious` jabatan"
                + " definitif terbuka sebelumnya berakhir sehari sebelum yang ini mulai; bila yang ini dihapus, jabatan itu"
                + " kembali seperti semula.")
public class EmployeePositionResource extends HistoryResource<PositionFacts, PositionEntry> {
    EmployeePositionResource(HistoryService history, PositionHistoryService positions, Writes writes) {
        super(HistoryKinds.POSITIONS, positions, history, writes);
    }
}
