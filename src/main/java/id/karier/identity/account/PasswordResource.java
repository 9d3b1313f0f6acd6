package id.karier.identity.account;

import id.karier.identity.CallerAugmentor;
import id.karier.identity.account.AccountJson.PasswordChange;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.data.Secrets;
import id.karier.kernel.web.Answer;
import id.karier.kernel.web.Writes;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own password. */
@Path("/api/v1/auth/password")
@Tag(name = "identity")
public class PasswordResource {
    private final AccountService service;
    private final Writes writes;
    private final Secrets secrets;
    private final SecurityIdentity identity;

    PasswordResource(AccountService service, Writes writes, Secrets secrets, SecurityIdentity identity) {
        this.service = service;
        this.writes = writes;
        this.secrets = secrets;
        this.identity = identity;
    }

    @POST
    @Access(value = Resource.ME, action = Action.WRITE)
    @Operation(
            operationId = "changePassword",
            summary = "Ganti sandi sendiri",
            description = "Sesi lain berakhir; sesi ini tetap, dan token berikutnya berperan penuh lagi.")
    @APIResponse(responseCode = "204", description = "Sandi baru berlaku.")
    public Response change(@Valid @NotNull PasswordChange request) {
        var prepared = service.prepare(request);
        return writes.run(fingerprint(request), () -> {
            service.changePassword(prepared, identity.getAttribute(CallerAugmentor.FAMILY));
            return Answer.noContent();
        });
    }

    /** What an idempotency key stands for must not let anybody guess the passwords from the stored hash. */
    private byte[] fingerprint(PasswordChange request) {
        var words = request.currentPassword() + '\n' + request.newPassword();
        return secrets.hmac("password-change", words.getBytes(StandardCharsets.UTF_8));
    }
}
