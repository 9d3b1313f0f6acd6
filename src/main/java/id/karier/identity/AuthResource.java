package id.karier.identity;

import id.karier.identity.SignInOutcome.Granted;
import id.karier.identity.SignInOutcome.Locked;
import id.karier.identity.SignInOutcome.Refusal;
import id.karier.identity.SignInOutcome.Refused;
import id.karier.kernel.Caller;
import id.karier.kernel.Messages;
import id.karier.kernel.access.Open;
import id.karier.kernel.web.ClientAddress;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Signing in and out, as OAuth 2.0 says it. */
@Path("/api/v1/auth")
@Tag(name = "identity")
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {
    private final SignInService service;
    private final Caller caller;
    private final HttpServerRequest http;
    private final ClientAddress clients;

    AuthResource(SignInService service, Caller caller, HttpServerRequest http, ClientAddress clients) {
        this.service = service;
        this.caller = caller;
        this.http = http;
        this.clients = clients;
    }

    @POST
    @Path("/token")
    @Open(toAnyParameter = true)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "issueToken",
            summary = "Masuk, memperbarui token, atau masuk sebagai mesin",
            description = "RFC 6749: `password` untuk orang, `refresh_token` untuk memperbarui (sekali pakai; yang"
                    + " jawabannya hilang boleh dikirim lagi dalam 30 detik dan mendapat pengganti yang sama),"
                    + " `client_credentials` untuk mesin (Basic atau isian formulir). Jawaban untuk nama yang tidak ada"
                    + " sama dengan jawaban untuk sandi yang salah. Galat `mfa_required`: sandinya benar, ulangi dengan"
                    + " isian `otp`. Gawai yang mengirim `refresh_token` lamanya bersama sandi dikenali, sehingga sandi"
                    + " yang benar tidak tertahan oleh tebakan orang lain.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = IdentityJson.TokenForm.class),
                            examples =
                                    @ExampleObject(
                                            name = "sandi",
                                            value = "grant_type=password&username=sdm.lampung&password=karier-demo")))
    @APIResponse(
            responseCode = "200",
            description = "Token.",
            headers =
                    @Header(
                            name = "Cache-Control",
                            description = "no-store",
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = IdentityJson.Token.class)))
    @APIResponse(
            responseCode = "400",
            description = "Ditolak; alasannya di error.",
            content = @Content(schema = @Schema(implementation = IdentityJson.OAuthError.class)))
    @APIResponse(
            responseCode = "401",
            description = "Mesin tidak dikenal atau rahasianya salah.",
            content = @Content(schema = @Schema(implementation = IdentityJson.OAuthError.class)))
    @APIResponse(
            responseCode = "429",
            description = "Terlalu banyak percobaan; tunggu detik di Retry-After.",
            content = @Content(schema = @Schema(implementation = IdentityJson.OAuthError.class)))
    public Response issueToken(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Nullable String form) {
        return answer(service.token(TokenRequest.of(authorization, form), address()));
    }

    @POST
    @Path("/revocation")
    @Open(toAnyParameter = true)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "revokeToken",
            summary = "Keluar: mencabut refresh token beserta turunannya",
            description =
                    "RFC 7009. Token yang tidak dikenal juga dijawab 200. Access token sesi ini berakhir seketika untuk"
                            + " penulisan dan dalam 5 detik untuk pembacaan; dengan `everywhere=true` semua sesi dan semua access token akun itu berakhir"
                            + " seketika; bila sesi token ini sendiri sudah berakhir, semua sesi yang dimulai sebelum itu.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = IdentityJson.RevocationForm.class),
                            examples =
                                    @ExampleObject(
                                            name = "keluar",
                                            value = "token=8dJ2m0bXx1Qk3tYw5vRr7sLh9nPc4eGa6fUo0iZz2Ws")))
    @APIResponse(responseCode = "200", description = "Tidak berlaku lagi.")
    @APIResponse(
            responseCode = "400",
            description =
                    "Tanpa token, jenis token yang tidak dapat dicabut, atau everywhere yang bukan true atau false.",
            content = @Content(schema = @Schema(implementation = IdentityJson.OAuthError.class)))
    public Response revokeToken(@Nullable String form) {
        var request = TokenRequest.of(null, form);
        var token = request.parameter("token");
        if (token == null) {
            return answer(new Refused(Refusal.INVALID_REQUEST));
        }
        var everywhere = request.parameter("everywhere");
        if (everywhere != null && !everywhere.equals("true") && !everywhere.equals("false")) {
            return answer(new Refused(Refusal.INVALID_EVERYWHERE));
        }
        if (token.indexOf('.') >= 0) {
            return answer(new Refused(Refusal.UNSUPPORTED_TOKEN_TYPE));
        }
        service.revoke(token, "true".equals(everywhere));
        return Response.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private Response answer(SignInOutcome outcome) {
        if (outcome instanceof Granted granted) {
            return uncached(200).entity(granted.token()).build();
        }
        if (outcome instanceof Locked locked) {
            return uncached(429)
                    .header(HttpHeaders.RETRY_AFTER, locked.seconds())
                    .entity(error("invalid_grant", "LOCKED", locked.seconds()))
                    .build();
        }
        var refusal = ((Refused) outcome).refusal();
        var answer = uncached(refusal.status()).entity(error(refusal.error(), refusal.name()));
        if (refusal == Refusal.INVALID_CLIENT) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"karier\"");
        }
        return answer.build();
    }

    private static Response.ResponseBuilder uncached(int status) {
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Pragma", "no-cache");
    }

    private IdentityJson.OAuthError error(String error, String sentence, Object... figures) {
        return new IdentityJson.OAuthError(
                error, Messages.text(caller.locale(), "identity.oauth." + sentence, figures));
    }

    private String address() {
        return clients.of(http);
    }
}
