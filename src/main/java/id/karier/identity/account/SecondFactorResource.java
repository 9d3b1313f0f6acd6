package id.karier.identity.account;

import id.karier.identity.account.SecondFactorJson.SecondFactorEnrolled;
import id.karier.identity.account.SecondFactorJson.SecondFactorRequest;
import id.karier.identity.account.SecondFactorJson.SecondFactorView;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Answer;
import id.karier.kernel.web.Writes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own second factor. */
@Path("/api/v1/auth/second-factor")
@Tag(name = "identity")
public class SecondFactorResource {
    private final SecondFactorService service;
    private final Writes writes;

    SecondFactorResource(SecondFactorService service, Writes writes) {
        this.service = service;
        this.writes = writes;
    }

    @GET
    @Access(Resource.ME)
    @Operation(
            operationId = "getSecondFactor",
            summary = "Faktor kedua sendiri, dan rahasia untuk gawai baru",
            description = "TOTP (RFC 6238): SHA-1, enam angka, 30 detik.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SecondFactorView.class)))
    public Response get() {
        return Response.ok(service.view())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Access(value = Resource.ME, action = Action.WRITE)
    @Operation(
            operationId = "enrolSecondFactor",
            summary = "Daftarkan gawai sebagai faktor kedua",
            description = "Jawabannya memuat kode pemulihan, sekali itu saja. Sesudahnya masuk dengan sandi memerlukan"
                    + " isian `otp`.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SecondFactorEnrolled.class)))
    public Response enrol(@Valid @NotNull SecondFactorRequest request) {
        var codes = new AtomicReference<List<String>>();
        var answer = writes.run(request, () -> {
            codes.set(service.enrol(request));
            return Answer.ok(new SecondFactorEnrolled(true, null));
        });
        return answer.getHeaderString("Idempotent-Replayed") != null
                ? answer
                : Response.fromResponse(answer)
                        .entity(new SecondFactorEnrolled(true, codes.get()))
                        .build();
    }
}
