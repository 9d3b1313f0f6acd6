package id.karier.identity;

import id.karier.kernel.access.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What others need to believe our tokens. */
@Path("/.well-known")
@Tag(name = "identity")
@Produces(MediaType.APPLICATION_JSON)
public class WellKnownResource {
    private static final String CACHED = "public, max-age=300";

    private final SigningKeys keys;
    private final TokenConfig config;
    private final OutsideIssuers issuers;

    WellKnownResource(SigningKeys keys, TokenConfig config, OutsideIssuers issuers) {
        this.keys = keys;
        this.config = config;
        this.issuers = issuers;
    }

    @GET
    @Path("/jwks.json")
    @Open(toAnyParameter = true)
    @Operation(
            operationId = "listSigningKeys",
            summary = "Kunci publik penanda tangan token",
            description = "Termasuk kunci lama yang tokennya masih dapat berlaku; pilih menurut `kid`.")
    @APIResponse(
            responseCode = "200",
            description = "Kunci-kunci.",
            content = @Content(schema = @Schema(implementation = IdentityJson.KeySet.class)))
    public Response listSigningKeys() {
        return cached(new IdentityJson.KeySet(keys.published().entrySet().stream()
                .map(key -> SigningKeys.json(key.getKey(), key.getValue()))
                .toList()));
    }

    @GET
    @Path("/oauth-authorization-server")
    @Open(toAnyParameter = true)
    @Operation(operationId = "readAuthorizationServer", summary = "Alamat dan kemampuan server token (RFC 8414)")
    @APIResponse(
            responseCode = "200",
            description = "Metadata.",
            content = @Content(schema = @Schema(implementation = IdentityJson.Metadata.class)))
    public Response readAuthorizationServer() {
        var issuer = config.issuer();
        return cached(new IdentityJson.Metadata(
                issuer,
                issuer + "/api/v1/auth/token",
                issuer + "/api/v1/auth/revocation",
                issuer + "/.well-known/jwks.json",
                List.of(),
                List.of("password", "refresh_token", "client_credentials"),
                List.of("client_secret_basic", "client_secret_post", "none"),
                List.of("none"),
                List.copyOf(SignInRules.knownScopes()),
                issuer + "/q/openapi"));
    }

    @GET
    @Path("/oauth-protected-resource")
    @Open(toAnyParameter = true)
    @Operation(
            operationId = "readProtectedResource",
            summary = "Penerbit yang tokennya diterima (RFC 9728)",
            description = "Untuk layar masuk: penerbit luar tiap instansi. Masuknya sendiri di penerbit itu.")
    @APIResponse(
            responseCode = "200",
            description = "Metadata.",
            content = @Content(schema = @Schema(implementation = IdentityJson.ProtectedResource.class)))
    public Response readProtectedResource() {
        var own = config.issuer();
        var outside = issuers.all().stream()
                .map(issuer -> new IdentityJson.OutsideIssuer(
                        issuer.name(),
                        issuer.config().issuer(),
                        issuer.config().audience(),
                        issuer.config().agency()))
                .toList();
        return cached(new IdentityJson.ProtectedResource(
                own,
                Stream.concat(Stream.of(own), outside.stream().map(IdentityJson.OutsideIssuer::issuer))
                        .toList(),
                own + "/.well-known/jwks.json",
                List.copyOf(SignInRules.knownScopes()),
                List.of("header"),
                "Karier",
                outside));
    }

    private static Response cached(Object view) {
        return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, CACHED).build();
    }
}
