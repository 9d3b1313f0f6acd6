package id.karier.identity.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.identity.Passwords;
import id.karier.identity.SignInGuard;
import id.karier.identity.account.AccountJson.AccountChanges;
import id.karier.identity.account.AccountJson.AccountRequest;
import id.karier.identity.account.AccountJson.AccountSearch;
import id.karier.identity.account.AccountJson.AccountView;
import id.karier.identity.account.AccountJson.AccountWithPassword;
import id.karier.identity.account.AccountQueries.AccountFilter;
import id.karier.identity.account.GrantJson.GrantView;
import id.karier.kernel.Caller;
import id.karier.kernel.Role;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The accounts of an agency, as its administrators manage them. */
@Path("/api/v1/accounts")
@Tag(name = "identity")
public class AccountResource {
    static final String PATH = "/api/v1/accounts/";

    private final AccountQueries accounts;
    private final AccountService service;
    private final SignInGuard guard;
    private final Passwords passwords;
    private final Caller caller;
    private final ShownOnce shownOnce;
    private final Writes writes;
    private final MergePatch patches;

    AccountResource(
            AccountQueries accounts,
            AccountService service,
            SignInGuard guard,
            Passwords passwords,
            Caller caller,
            ShownOnce shownOnce,
            Writes writes,
            MergePatch patches) {
        this.accounts = accounts;
        this.service = service;
        this.guard = guard;
        this.passwords = passwords;
        this.caller = caller;
        this.shownOnce = shownOnce;
        this.writes = writes;
        this.patches = patches;
    }

    @GET
    @Access(Resource.ACCOUNT)
    @Operation(operationId = "listAccounts", summary = "Daftar akun instansi; urutan: username, displayName")
    public RestResponse<Page<AccountView>> list(
            @QueryParam("role") @Parameter(description = "Pemegang peran ini.") @Nullable Role role,
            @QueryParam("employeeId") @Parameter(description = "Akun pegawai ini.") @Nullable UUID employeeId,
            @QueryParam("disabled")
                    @Parameter(description = "Hanya yang dinonaktifkan, atau hanya yang aktif.")
                    @Nullable
                    Boolean disabled,
            @BeanParam PageRequest page,
            UriInfo uri) {
        return accounts.accounts(new AccountFilter(null, role, employeeId, disabled), page)
                .respond(uri);
    }

    @POST
    @Path("/search")
    @Access(Resource.ACCOUNT)
    @Operation(
            operationId = "searchAccounts",
            summary = "Cari akun menurut nama pengguna atau nama; urutan: username, displayName",
            description = "Kata pencarian ada di isi permintaan, karena nama orang atau NIP tidak boleh ada di alamat.")
    public Page<AccountView> search(@Valid @NotNull AccountSearch search, @BeanParam PageRequest page) {
        return accounts.accounts(
                new AccountFilter(search.q(), search.role(), search.employeeId(), search.disabled()), page);
    }

    @GET
    @Path("/{id}")
    @Access(Resource.ACCOUNT)
    @Operation(operationId = "getAccount", summary = "Satu akun")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response get(UUID id, Request request) {
        var account = service.find(id);
        var view = AccountView.of(account, guard.lockedUntil(account.username()));
        return EntityTags.read(request, EntityTags.of(account.version(), view), view);
    }

    @POST
    @Access(value = Resource.ACCOUNT, action = Action.WRITE)
    @Operation(
            operationId = "createAccount",
            summary = "Buat akun",
            description =
                    "Jawabannya memuat sandi sementara, sekali itu saja; pemiliknya wajib menggantinya. Peran SDM,"
                            + " PIMPINAN, AUDITOR, ADMIN menunggu persetujuan di /grants, ikatan dengan pegawai menunggu"
                            + " konfirmasi SDM di /bindings.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AccountWithPassword.class)))
    public Response create(@Valid @NotNull AccountRequest request) {
        var password = passwords.temporary();
        var hash = passwords.hash(caller.accountId(), password);
        return shownOnce.run(
                request,
                () -> AccountAnswers.created(service.create(request.username(), request.changes(), hash)),
                password,
                AccountWithPassword::new);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, "application/json"})
    @Access(value = Resource.ACCOUNT, action = Action.WRITE)
    @Operation(
            operationId = "patchAccount",
            summary = "Ubah peran dan keterangan akun",
            description = "Yang tidak boleh diberikan sendirian tetap seperti semula dan menjadi usulan di /grants atau"
                    + " /bindings; `proposals` menyebutnya. Usulan lama untuk akun ini ditarik. Untuk diri sendiri"
                    + " tidak ada hak yang dapat ditambah.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = AccountChanges.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response patch(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull ObjectNode patch) {
        long version = EntityTags.required(ifMatch);
        return writes.run(patch, () -> {
            var changes = patches.apply(service.find(id).changes(), patch, AccountChanges.class);
            return AccountAnswers.of(service.change(id, version, changes));
        });
    }

    @POST
    @Path("/{id}/deactivation")
    @Access(value = Resource.ACCOUNT, action = Action.WRITE)
    @Operation(
            operationId = "deactivateAccount",
            summary = "Nonaktifkan akun",
            description = "Semua sesi dan semua token akun itu berakhir seketika.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response deactivate(UUID id) {
        return writes.run(null, () -> AccountAnswers.of(service.disable(id)));
    }

    @POST
    @Path("/{id}/activation")
    @Access(value = Resource.ACCOUNT, action = Action.WRITE)
    @Operation(operationId = "activateAccount", summary = "Aktifkan lagi akun, atau buka kuncinya")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response activate(UUID id) {
        return writes.run(null, () -> AccountAnswers.of(service.enable(id)));
    }

    @POST
    @Path("/{id}/password-reset")
    @Access(value = Resource.ACCOUNT, action = Action.WRITE)
    @Operation(
            operationId = "resetAccountPassword",
            summary = "Beri sandi sementara yang baru",
            description = "Sandi ditampilkan sekali ini; semua sesi berakhir, kuncinya terbuka, dan faktor keduanya"
                    + " dihapus sehingga pemiliknya mendaftarkan gawai lagi. Untuk pemegang SDM,"
                    + " PIMPINAN, AUDITOR, atau ADMIN permintaan pertama menjadi usulan (202); setelah disetujui, pengusul"
                    + " mengulanginya dalam 24 jam.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccountWithPassword.class)))
    @APIResponse(
            responseCode = "202",
            description = "Menjadi usulan; alamatnya di Location.",
            content = @Content(schema = @Schema(implementation = GrantView.class)))
    public Response resetPassword(UUID id) {
        var password = passwords.temporary();
        var hash = passwords.hash(caller.accountId(), password);
        return shownOnce.run(
                null, () -> AccountAnswers.reset(service.resetPassword(id, hash)), password, AccountWithPassword::new);
    }
}
