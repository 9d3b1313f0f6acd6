package id.karier.employee;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.employee.EmployeeJson.Filter;
import id.karier.employee.EmployeeJson.NewEmployee;
import id.karier.employee.EmployeeJson.PersonalData;
import id.karier.employee.EmployeeJson.Profile;
import id.karier.employee.EmployeeJson.Search;
import id.karier.employee.EmployeeJson.Summary;
import id.karier.employee.EmployeeJson.View;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.data.Transactions;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.MergePatch;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.Writes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The register of people over HTTP. */
@Path("/api/v1/employees")
@Tag(name = "employees")
public class EmployeeResource {
    private final EmployeeService service;
    private final EmployeeQueries employees;
    private final NikSearches nikSearches;
    private final ProfileQueries profiles;
    private final Expander expander;
    private final Transactions transactions;
    private final Writes writes;

    EmployeeResource(
            EmployeeService service,
            EmployeeQueries employees,
            NikSearches nikSearches,
            ProfileQueries profiles,
            Expander expander,
            Transactions transactions,
            Writes writes) {
        this.service = service;
        this.employees = employees;
        this.nikSearches = nikSearches;
        this.profiles = profiles;
        this.expander = expander;
        this.transactions = transactions;
        this.writes = writes;
    }

    @GET
    @Access(Resource.EMPLOYEE)
    @Operation(
            operationId = "listEmployees",
            summary = "Daftar pegawai dalam jangkauan peran Anda; urutan: name, retirementOn, updatedAt")
    public RestResponse<Page<Summary>> list(
            @BeanParam FilterParameters filter, @BeanParam PageRequest page, UriInfo uri) {
        return employees.list(filter.filter(), null, page).respond(uri);
    }

    @POST
    @Path("/search")
    @Access(Resource.EMPLOYEE)
    @Operation(
            operationId = "searchEmployees",
            summary = "Cari pegawai menurut nama, NIP, atau NIK; urutan: name, retirementOn, updatedAt",
            description =
                    "NIK hanya bagi yang boleh membaca data pribadi se-instansi, terbatas sehari; setiap temuannya"
                            + " tercatat di personal-data/readings.")
    public Page<Summary> search(@Valid @NotNull Search search, @BeanParam PageRequest page) {
        if (search.nik() != null) {
            return nikSearches.find(search, page);
        }
        return employees.list(Objects.requireNonNullElse(search.filter(), Filter.NONE), search, page);
    }

    @GET
    @Path("/{id}")
    @Access(Resource.EMPLOYEE)
    @Operation(
            operationId = "getEmployee",
            summary = "Seorang pegawai seperti keadaannya hari ini",
            description = "Dengan expand, `expanded` memuat jawaban alamat bernama sama di bawah pegawai ini tanpa"
                    + " parameter: riwayat terbaru dahulu, paling banyak 50 baris, dan `next` dilanjutkan di"
                    + " alamat itu. Yang tidak boleh Anda baca di alamatnya tidak ada di sini pula.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(
            UUID id,
            @QueryParam("expand")
                    @Parameter(
                            description = "Apa saja yang disertakan, dipisah koma.",
                            example = "ranks",
                            explode = Explode.FALSE,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = Expansion.class, maxItems = 11))
                    @Nullable
                    String expand,
            Request request) {
        var wanted = expander.named(expand);
        var profile = profiles.require(id);
        var view = profile.view();
        var expanded = expander.read(wanted, profile.facts());
        return expanded == null
                ? EntityTags.read(request, EntityTags.of(view.version()), view)
                : EntityTags.read(request, EntityTags.of(view.version(), expanded), view.with(expanded));
    }

    @POST
    @Access(value = Resource.EMPLOYEE, action = Action.WRITE)
    @Operation(operationId = "createEmployee", summary = "Daftarkan pegawai")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = View.class)))
    public Response create(@Valid @NotNull NewEmployee request) {
        return writes.create(request, "/api/v1/employees", () -> service.register(request));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, "application/json"})
    @Access(value = Resource.EMPLOYEE, action = Action.WRITE)
    @Operation(operationId = "patchEmployee", summary = "Ubah profil pegawai")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = Profile.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    public Response patch(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull ObjectNode patch) {
        return writes.change(ifMatch, patch, version -> service.change(id, version, patch));
    }

    @GET
    @Path("/{id}/personal-data")
    @Access(value = Resource.PERSONAL_DATA, action = Action.DECIDE)
    @Operation(
            operationId = "getPersonalData",
            summary = "Data pribadi tanpa samaran",
            description = "Setiap pembacaan dicatat dan dapat dilihat pemilik data di personal-data/readings.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PersonalData.class)))
    public Response personalData(UUID id, Request request) {
        var data = transactions.run(() -> service.readPersonalData(id));
        var tag = EntityTags.of(profiles.require(id).view().version());
        return EntityTags.read(tag, data)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @PATCH
    @Path("/{id}/personal-data")
    @Consumes({MergePatch.MEDIA_TYPE, "application/json"})
    @Access(value = Resource.PERSONAL_DATA, action = Action.WRITE)
    @Operation(operationId = "patchPersonalData", summary = "Ubah data pribadi")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = PersonalData.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    public Response patchPersonalData(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull ObjectNode patch) {
        return writes.change(ifMatch, patch, version -> service.changePersonalData(id, version, patch));
    }
}
