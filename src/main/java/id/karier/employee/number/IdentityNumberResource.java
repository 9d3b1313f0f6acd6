package id.karier.employee.number;

import id.karier.employee.EmployeeDirectory;
import id.karier.employee.number.IdentityNumberJson.Correction;
import id.karier.employee.number.IdentityNumberJson.Entry;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.Writes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The identity numbers of a person over HTTP. */
@Path("/api/v1/employees/{employeeId}/identity-numbers")
@Tag(name = "histories")
public class IdentityNumberResource {
    private final IdentityNumberService service;
    private final IdentityNumberQueries numbers;
    private final EmployeeDirectory directory;
    private final Writes writes;

    IdentityNumberResource(
            IdentityNumberService service, IdentityNumberQueries numbers, EmployeeDirectory directory, Writes writes) {
        this.service = service;
        this.numbers = numbers;
        this.directory = directory;
        this.writes = writes;
    }

    @GET
    @Access(Resource.CAREER_HISTORY)
    @Operation(
            operationId = "listIdentityNumbers",
            summary = "Riwayat NIP atau NI PPPK seorang pegawai, terbaru dahulu",
            description = "Kunci urutan: startsOn.")
    public RestResponse<Page<Entry>> list(UUID employeeId, @BeanParam PageRequest page, UriInfo uri) {
        directory.require(employeeId);
        return numbers.page(employeeId, page).respond(uri);
    }

    @GET
    @Path("/{id}")
    @Access(Resource.CAREER_HISTORY)
    @Operation(operationId = "getIdentityNumber", summary = "Satu nomor dari riwayat")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Entry.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(UUID employeeId, UUID id, Request request) {
        directory.require(employeeId);
        var entry = numbers.require(employeeId, id);
        return EntityTags.read(request, EntityTags.of(entry.version()), entry);
    }

    @POST
    @Access(value = Resource.CAREER_HISTORY, action = Action.WRITE)
    @Operation(
            operationId = "correctIdentityNumber",
            summary = "Ganti NIP atau NI PPPK menurut SK",
            description = "Nomor sebelumnya berakhir sehari sebelum yang baru mulai.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Entry.class)))
    public Response correct(UUID employeeId, @Valid @NotNull Correction request) {
        return writes.create(
                request,
                "/api/v1/employees/" + employeeId + "/identity-numbers",
                () -> service.correct(employeeId, request));
    }
}
