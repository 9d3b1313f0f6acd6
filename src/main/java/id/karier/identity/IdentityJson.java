package id.karier.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes over the wire when somebody signs in; the member names are those of the RFCs. */
public final class IdentityJson {
    private IdentityJson() {}

    /** Form of the token endpoint. */
    @Schema(name = "TokenForm", description = "Formulir RFC 6749; isian yang wajib tergantung grant_type.")
    public record TokenForm(
            @Schema(
                    enumeration = {"password", "refresh_token", "client_credentials"},
                    examples = "password")
            String grant_type,

            @Schema(examples = "sdm.lampung", maxLength = 60) @Nullable
            String username,

            @Schema(examples = "karier-demo", maxLength = 200) @Nullable
            String password,

            @Schema(examples = "8dJ2m0bXx1Qk3tYw5vRr7sLh9nPc4eGa6fUo0iZz2Ws", maxLength = 100) @Nullable
            String refresh_token,

            @Schema(
                    description = "Kode enam angka dari gawai, atau kode pemulihan; bila akun mempunyai faktor kedua.",
                    examples = "492039",
                    maxLength = 30)
            @Nullable
            String otp,

            @Schema(examples = "integrasi-lampung", maxLength = 60) @Nullable
            String client_id,

            @Schema(examples = "karier-demo", maxLength = 200) @Nullable
            String client_secret,

            @Schema(examples = "employees:read units:read", maxLength = 2000) @Nullable
            String scope) {}

    /** Form of the revocation endpoint. */
    @Schema(name = "RevocationForm", description = "Formulir RFC 7009.")
    public record RevocationForm(
            @Schema(examples = "8dJ2m0bXx1Qk3tYw5vRr7sLh9nPc4eGa6fUo0iZz2Ws", maxLength = 4000)
            String token,

            @Schema(examples = "refresh_token", maxLength = 40) @Nullable
            String token_type_hint,

            @Schema(
                    description = "Mengakhiri semua sesi akun itu dan semua access token yang masih beredar.",
                    examples = "true")
            @Nullable
            Boolean everywhere) {}

    /** Tokens. */
    @Schema(name = "Token", description = "Token sesuai RFC 6749.")
    public record Token(
            @JsonProperty("access_token")
            @Schema(
                    name = "access_token",
                    description = "JWT untuk header Authorization: Bearer.",
                    examples = "eyJraWQiOiI5ckI0…")
            String accessToken,

            @JsonProperty("token_type") @Schema(name = "token_type", examples = "Bearer")
            String tokenType,

            @JsonProperty("expires_in")
            @Schema(name = "expires_in", description = "Umur dalam detik.", examples = "600")
            long expiresIn,

            @JsonProperty("refresh_token")
            @Schema(
                    name = "refresh_token",
                    description = "Sekali pakai: tiap penukaran memberi yang baru. Dikirim lagi dalam 30 detik sebelum"
                            + " penggantinya dipakai, jawabannya pengganti yang sama; sesudah itu pemakaian ulang"
                            + " mencabut semuanya. Berakhir 90 hari setelah masuk.",
                    examples = "8dJ2m0bXx1Qk3tYw5vRr7sLh9nPc4eGa6fUo0iZz2Ws")
            @Nullable
            String refreshToken,

            @Schema(description = "Cakupan mesin.", examples = "employees:read units:read") @Nullable
            String scope,

            @JsonProperty("must_change_password")
            @Schema(
                    name = "must_change_password",
                    description = "Sandi harus diganti dahulu di POST /api/v1/auth/password; sampai itu token ini"
                            + " hanya menjangkau akun sendiri.",
                    examples = "true")
            @Nullable
            Boolean mustChangePassword,

            @JsonProperty("must_enrol_second_factor")
            @Schema(
                    name = "must_enrol_second_factor",
                    description = "Peran akun ini mewajibkan faktor kedua: daftarkan dahulu di POST"
                            + " /api/v1/auth/second-factor; sampai itu token ini hanya menjangkau akun sendiri.",
                    examples = "true")
            @Nullable
            Boolean mustEnrolSecondFactor) {}

    /** Why no token. */
    @Schema(name = "OAuthError", description = "Galat RFC 6749 §5.2.")
    public record OAuthError(
            @Schema(examples = "invalid_grant") String error,

            @JsonProperty("error_description")
            @Schema(
                    name = "error_description",
                    examples = "Nama pengguna atau sandi salah, atau tokennya tidak berlaku lagi.")
            String errorDescription) {}

    /** Public keys (RFC 7517). */
    @Schema(name = "JsonWebKeySet", description = "Kunci publik RFC 7517.")
    public record KeySet(List<Key> keys) {}

    /** A public key. */
    @Schema(name = "JsonWebKey")
    public record Key(
            @Schema(examples = "RSA") String kty,
            @Schema(examples = "sig") String use,
            @Schema(examples = "RS256") String alg,
            @Schema(examples = "9rB4xQ2mK7sLp0Wd") String kid,
            @Schema(examples = "sXchF9dK2…") String n,
            @Schema(examples = "AQAB") String e) {}

    /** Who signs in people and machines here (RFC 9728), and whom each of them signs in. */
    @Schema(name = "ProtectedResource", description = "Metadata RFC 9728.")
    public record ProtectedResource(
            @Schema(examples = "https://karier.example.id") String resource,

            @JsonProperty("authorization_servers")
            @Schema(
                    name = "authorization_servers",
                    description = "Penerbit yang tokennya diterima, termasuk Karier sendiri.",
                    examples = "[\"https://karier.example.id\",\"https://sso.lampungprov.example.id/realms/asn\"]")
            List<String> authorizationServers,

            @JsonProperty("jwks_uri")
            @Schema(name = "jwks_uri", examples = "https://karier.example.id/.well-known/jwks.json")
            String jwksUri,

            @JsonProperty("scopes_supported") @Schema(name = "scopes_supported", examples = "[\"employees:read\"]")
            List<String> scopes,

            @JsonProperty("bearer_methods_supported")
            @Schema(name = "bearer_methods_supported", examples = "[\"header\"]")
            List<String> bearerMethods,

            @JsonProperty("resource_name") @Schema(name = "resource_name", examples = "Karier")
            String name,

            @JsonProperty("outside_issuers")
            @Schema(name = "outside_issuers", description = "Penerbit luar, menurut instansi yang dilayaninya.")
            List<OutsideIssuer> outsideIssuers) {}

    /** An issuer outside, as a front end offers it. */
    @Schema(name = "OutsideIssuer", description = "Penerbit luar yang tokennya diterima.")
    public record OutsideIssuer(
            @Schema(description = "Isi externalIssuer pada akun.", examples = "sso-lampung")
            String name,

            @Schema(examples = "https://sso.lampungprov.example.id/realms/asn")
            String issuer,

            @Schema(description = "`aud` yang harus ada pada tokennya.", examples = "karier")
            String audience,

            @Schema(description = "Kode instansi, atau * untuk semua.", examples = "lampung")
            String agency) {}

    /** Where everything is (RFC 8414). */
    @Schema(name = "AuthorizationServer", description = "Metadata RFC 8414.")
    public record Metadata(
            @Schema(examples = "https://karier.example.id") String issuer,

            @JsonProperty("token_endpoint")
            @Schema(name = "token_endpoint", examples = "https://karier.example.id/api/v1/auth/token")
            String tokenEndpoint,

            @JsonProperty("revocation_endpoint")
            @Schema(name = "revocation_endpoint", examples = "https://karier.example.id/api/v1/auth/revocation")
            String revocationEndpoint,

            @JsonProperty("jwks_uri")
            @Schema(name = "jwks_uri", examples = "https://karier.example.id/.well-known/jwks.json")
            String jwksUri,

            @JsonProperty("response_types_supported") @Schema(name = "response_types_supported", examples = "[]")
            List<String> responseTypes,

            @JsonProperty("grant_types_supported") @Schema(name = "grant_types_supported", examples = "[\"password\"]")
            List<String> grantTypes,

            @JsonProperty("token_endpoint_auth_methods_supported")
            @Schema(name = "token_endpoint_auth_methods_supported", examples = "[\"client_secret_basic\"]")
            List<String> authMethods,

            @JsonProperty("revocation_endpoint_auth_methods_supported")
            @Schema(name = "revocation_endpoint_auth_methods_supported", examples = "[\"none\"]")
            List<String> revocationAuthMethods,

            @JsonProperty("scopes_supported") @Schema(name = "scopes_supported", examples = "[\"employees:read\"]")
            List<String> scopes,

            @JsonProperty("service_documentation")
            @Schema(name = "service_documentation", examples = "https://karier.example.id/q/openapi")
            String documentation) {}
}
