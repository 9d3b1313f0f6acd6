package id.karier.employee.number;

import id.karier.employee.EmployeeJson.View;
import id.karier.employee.number.IdentityNumberJson.Appointment;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Writes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** From candidate to permanent civil servant over HTTP: once in a career, and never undone by an edit of the profile. */
@Path("/api/v1/employees/{employeeId}/permanent-appointment")
@Tag(name = "histories")
public class PermanentAppointmentResource {
    private final IdentityNumberService service;
    private final Writes writes;

    PermanentAppointmentResource(IdentityNumberService service, Writes writes) {
        this.service = service;
        this.writes = writes;
    }

    @POST
    @Access(value = Resource.CAREER_HISTORY, action = Action.WRITE)
    @Operation(
            operationId = "appointPermanently",
            summary = "Angkat CPNS menjadi PNS menurut SK",
            description =
                    "Jenis pegawai menjadi PNS dan permanentOn terisi; NIP tetap, dan riwayat nomor mencatat SK-nya."
                            + " Masa percobaan satu sampai dua tahun; lebih dari itu dengan reason.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    public Response appoint(UUID employeeId, @Valid @NotNull Appointment request) {
        return writes.act(request, () -> service.appoint(employeeId, request));
    }
}
