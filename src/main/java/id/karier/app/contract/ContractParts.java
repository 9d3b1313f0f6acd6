package id.karier.app.contract;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.Messages;
import id.karier.kernel.web.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** The parts that operations share: headers, parameters, problems, and how to sign in. */
final class ContractParts {
    static final String BEARER = "bearer";
    static final String PEOPLE = "password";
    static final String MACHINES = "oauth2";

    private static final String TOKEN_URL = "/api/v1/auth/token";

    /** The code that stands as the example of its status, in the order of statuses. */
    static final Map<Integer, ErrorCode> EXAMPLES = new TreeMap<>(Map.ofEntries(
            Map.entry(400, ErrorCode.VALIDATION_FAILED),
            Map.entry(401, ErrorCode.UNAUTHENTICATED),
            Map.entry(403, ErrorCode.FORBIDDEN),
            Map.entry(404, ErrorCode.NOT_FOUND),
            Map.entry(406, ErrorCode.NOT_ACCEPTABLE),
            Map.entry(408, ErrorCode.REQUEST_TIMEOUT),
            Map.entry(409, ErrorCode.STATE_CONFLICT),
            Map.entry(412, ErrorCode.STALE_VERSION),
            Map.entry(413, ErrorCode.BODY_TOO_LARGE),
            Map.entry(414, ErrorCode.URI_TOO_LONG),
            Map.entry(415, ErrorCode.UNSUPPORTED_MEDIA_TYPE),
            Map.entry(422, ErrorCode.RULE_REFUSED),
            Map.entry(428, ErrorCode.PRECONDITION_REQUIRED),
            Map.entry(429, ErrorCode.RATE_LIMITED),
            Map.entry(500, ErrorCode.INTERNAL),
            Map.entry(503, ErrorCode.UNAVAILABLE)));

    private ContractParts() {}

    static void addTo(Components components, Map<String, String> scopes) {
        components.addHeader(
                "X-Request-Id",
                text(
                        "Id permintaan; sebut ini saat meminta bantuan. Id yang dikirim klien menyusul setelah garis"
                                + " miring.",
                        110,
                        ID));
        components.addHeader("RateLimit-Limit", number("Jatah permintaan setiap menit.", 1200));
        components.addHeader("RateLimit-Remaining", number("Sisa jatah sekarang.", 1199));
        components.addHeader("RateLimit-Reset", number("Detik sampai jatah penuh kembali.", 1));
        components.addHeader("Retry-After", number("Detik yang harus ditunggu sebelum mencoba lagi.", 2));
        components.addHeader(
                "ETag",
                text(
                        "Versi jawaban ini; dari satu objek kirim kembali di If-Match saat mengubahnya, apa adanya. `W/` di"
                                + " depannya berarti jawaban dikompresi.",
                        64,
                        "\"3\""));
        components.addHeader(
                "Location", text("Alamat objek yang dibuat atau pekerjaan yang dimulai.", 300, "/api/v1/units/" + ID));
        components.addHeader(
                "Link",
                text(
                        "Alamat halaman berikutnya (rel=next), bila ada.",
                        2000,
                        "</api/v1/units?cursor=b2tl>; rel=\"next\""));
        components.addHeader("WWW-Authenticate", text("Cara masuk (RFC 6750).", 200, "Bearer realm=\"karier\""));
        components.addHeader(
                "Idempotent-Replayed", text("`true` bila ini jawaban tersimpan dari kunci yang sama.", 5, "true"));
        components.addParameter(
                "IdempotencyKey",
                header(
                                "Idempotency-Key",
                                false,
                                "Kunci pilihan klien (1–64 karakter cetak). Kunci dan isi yang sama dalam 24 jam mendapat jawaban yang sama.",
                                64)
                        .example("7f9c24e8-3b12-4fef-91d2-1c0a5a6d7b10"));
        components.addParameter(
                "IfMatch",
                header(
                                "If-Match",
                                true,
                                "ETag dari pembacaan terakhir; beberapa dipisah koma, `*` untuk versi mana pun.",
                                1000)
                        .example("\"3\""));
        components.addParameter(
                "IfNoneMatch",
                header(
                                "If-None-Match",
                                false,
                                "ETag yang sudah dipunyai, beberapa dipisah koma; 304 bila belum berubah.",
                                1000)
                        .example("\"3\""));
        components.addParameter(
                "LastEventId",
                header("Last-Event-ID", false, "`id` peristiwa terakhir yang diterima; yang sesudahnya dikirim.", 64)
                        .example("RUNNING-1200-2000"));
        components.addResponse(
                "NotModified",
                OASFactory.createAPIResponse()
                        .description("Belum berubah sejak ETag yang dikirim.")
                        .headers(notModified()));
        EXAMPLES.forEach((status, code) -> components.addResponse("Problem" + status, problem(status, code)));
        components.addSecurityScheme(
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("Token akses JWT (RS256, mengikuti RFC8725) dari POST " + TOKEN_URL + "."));
        components.addSecurityScheme(
                PEOPLE,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.OAUTH2)
                        .description("Orang masuk dengan nama pengguna dan sandi, tanpa client_id. Token JWT mengikuti"
                                + " RFC8725.")
                        .flows(OASFactory.createOAuthFlows()
                                .password(OASFactory.createOAuthFlow()
                                        .tokenUrl(TOKEN_URL)
                                        .refreshUrl(TOKEN_URL)
                                        .scopes(Map.of()))));
        components.addSecurityScheme(
                MACHINES,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.OAUTH2)
                        .description("Mesin masuk dengan client_id dan rahasianya. Token JWT mengikuti RFC8725.")
                        .flows(OASFactory.createOAuthFlows()
                                .clientCredentials(OASFactory.createOAuthFlow()
                                        .tokenUrl(TOKEN_URL)
                                        .refreshUrl(TOKEN_URL)
                                        .scopes(new TreeMap<>(scopes)))));
    }

    private static final String ID = "01980a52-7c1e-7000-8000-000000000001";

    /** Content of a problem with that status. */
    static Content problemContent(int status, ErrorCode code) {
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "/problems#" + code.name());
        example.put("title", Messages.text(Messages.INDONESIAN, "problem." + code.name() + ".title"));
        example.put("status", status);
        example.put("detail", Messages.text(Messages.INDONESIAN, "problem." + code.name() + ".detail"));
        example.put("instance", ID);
        example.put("code", code.name());
        if (code == ErrorCode.VALIDATION_FAILED) {
            example.put(
                    "errors",
                    List.of(new TreeMap<>(Map.of(
                            "pointer", "/startsOn",
                            "code", "NOT_NULL",
                            "detail", Messages.text(Messages.INDONESIAN, "problem.error.NOT_NULL")))));
        }
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem"))
                                .example(example));
    }

    private static APIResponse problem(int status, ErrorCode code) {
        return OASFactory.createAPIResponse()
                .description(Messages.text(Messages.INDONESIAN, "problem." + code.name() + ".title"))
                .content(problemContent(status, code))
                .headers(headers(status));
    }

    /** The headers that every answer with this status carries. */
    static Map<String, Header> headers(int status) {
        var headers = new LinkedHashMap<String, Header>();
        headers.put("X-Request-Id", ref("X-Request-Id"));
        headers.put("RateLimit-Limit", ref("RateLimit-Limit"));
        headers.put("RateLimit-Remaining", ref("RateLimit-Remaining"));
        headers.put("RateLimit-Reset", ref("RateLimit-Reset"));
        if (status == 401) {
            headers.put("WWW-Authenticate", ref("WWW-Authenticate"));
        }
        if (status == 429 || status == 503) {
            headers.put("Retry-After", ref("Retry-After"));
        }
        return headers;
    }

    private static Map<String, Header> notModified() {
        var headers = headers(304);
        headers.put("ETag", ref("ETag"));
        return headers;
    }

    static Header ref(String name) {
        return OASFactory.createHeader().ref(name);
    }

    private static Header text(String description, int maxLength, String example) {
        return OASFactory.createHeader()
                .description(description)
                .schema(string(maxLength))
                .example(example);
    }

    private static Header number(String description, int example) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema()
                        .addType(SchemaType.INTEGER)
                        .format("int32")
                        .minimum(java.math.BigDecimal.ZERO))
                .example(example);
    }

    private static Parameter header(String name, boolean required, String description, int maxLength) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .required(required)
                .description(description)
                .schema(string(maxLength));
    }

    private static Schema string(int maxLength) {
        return OASFactory.createSchema().addType(SchemaType.STRING).maxLength(maxLength);
    }
}
