package id.karier.history.entry;

import id.karier.history.entry.StatusJson.StatusEntry;
import id.karier.history.entry.StatusJson.StatusFacts;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Register;
import id.karier.kernel.web.Writes;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The legal standings of a person over HTTP. */
@Path("/api/v1/employees/{employeeId}/statuses")
@Tag(name = "histories")
@Access(Resource.CAREER_HISTORY)
@Register(
        object = "EmployeeStanding",
        one = "kedudukan hukum",
        sort = "startsOn",
        creating =
                "Satu kedudukan hukum sehari; pada hari tanpa baris pegawai aktif. Dengan `closesPrevious` yang berlaku"
                        + " sebelumnya berakhir sehari sebelum yang ini mulai. Yang mengakhiri dinas juga mengakhiri jabatan"
                        + " pegawai pada hari terakhir dinasnya.")
public class EmployeeStatusResource extends HistoryResource<StatusFacts, StatusEntry> {
    EmployeeStatusResource(HistoryService history, StatusHistoryService statuses, Writes writes) {
        super(HistoryKinds.STATUSES, statuses, history, writes);
    }
}
