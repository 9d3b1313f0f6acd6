package id.karier.app;

import id.karier.app.contract.ContractDefinition;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.Messages;
import id.karier.kernel.access.Open;
import id.karier.organisation.reference.ReferenceLists;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The page that the {@code type} of every problem points to: {@code /problems#CODE}; as JSON for programs, who need no token
 * to ask what a code means.
 */
@Path("/problems")
@Tag(name = ContractDefinition.ABOUT)
public class ProblemsResource {
    private static final String PAGE = """
            <!doctype html>
            <html lang="%1$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Karier: %2$s</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 45rem; padding: 0 1rem }
            code { background: #eee; padding: 0 .3em } :target { background: #fff3c4 }
            </style>
            </head>
            <body>
            <h1>%2$s</h1>
            %3$s<section id="places">
            <h2>%4$s</h2>
            <table>
            %5$s</table>
            </section>
            </body>
            </html>
            """;

    private static final String ENTRY = """
            <section id="%1$s">
            <h2>%2$s</h2>
            <p><code>%1$s</code> · HTTP %3$d</p>
            <p>%4$s</p>
            </section>
            """;

    /** The list of {@code /api/v1/reference}. */
    private static final String PLACE_CODES = "error-place-codes";

    private static final String PLACE = "<tr><td><code>%s</code></td><td>%s</td></tr>%n";

    private final Caller caller;
    private final ReferenceLists lists;
    private final HttpServerRequest http;

    ProblemsResource(Caller caller, ReferenceLists lists, HttpServerRequest http) {
        this.caller = caller;
        this.lists = lists;
        this.http = http;
    }

    /** Every code of a problem, and of its wrong places. */
    @Schema(name = "ProblemCatalogue")
    public record Catalogue(List<Meaning> items, List<PlaceMeaning> places) {}

    /** What a problem means. */
    @Schema(name = "ProblemMeaning")
    public record Meaning(
            @Schema(description = "`code` sebuah galat.", examples = "NOT_FOUND")
            String code,

            @Schema(examples = "404") int status,
            @Schema(examples = "Tidak ditemukan") String title,

            @Schema(examples = "Tidak ada data seperti itu dalam jangkauan Anda. Periksa alamat dan id-nya.")
            String detail) {}

    /** What is wrong with a place. */
    @Schema(name = "ProblemPlaceMeaning")
    public record PlaceMeaning(
            @Schema(description = "`errors[].code` sebuah galat.", examples = "NOT_NULL")
            String code,

            @Schema(description = "Kalimatnya; {0} diganti angkanya.", examples = "Wajib diisi.")
            String detail) {}

    @GET
    @Open
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "readProblemCatalogue",
            summary = "Arti setiap kode galat",
            description = "Halaman yang ditunjuk oleh `type` setiap galat: satu bagian untuk setiap kode, dalam bahasa"
                    + " `Accept-Language`; sebagai JSON dengan `Accept: application/json`. Yang sama, bagi yang sudah"
                    + " masuk, ada di `/api/v1/reference/error-codes` dan `/api/v1/reference/error-place-codes`.")
    @APIResponse(
            responseCode = "200",
            description = "Semua kode galat dan apa yang harus dilakukan.",
            content = {
                @Content(
                        mediaType = MediaType.TEXT_HTML,
                        schema = @Schema(implementation = String.class, maxLength = 200_000),
                        example =
                                "<!doctype html><html lang=\"id\"><body><section id=\"NOT_FOUND\">…</section></body></html>"),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Catalogue.class))
            })
    public Response problems() {
        // what the negotiation has chosen of the two
        boolean json = MediaType.APPLICATION_JSON.equals(http.getHeader(HttpHeaders.ACCEPT));
        return Response.ok(json ? catalogue() : page())
                .type(json ? MediaType.APPLICATION_JSON : MediaType.TEXT_HTML)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .header(HttpHeaders.VARY, "Accept, Accept-Language, Accept-Encoding")
                .build();
    }

    private Catalogue catalogue() {
        var items = Arrays.stream(ErrorCode.values())
                .map(code -> new Meaning(code.name(), code.status(), text(code, "title"), text(code, "detail")))
                .toList();
        return new Catalogue(items, places());
    }

    private List<PlaceMeaning> places() {
        boolean english = caller.locale().equals(Locale.ENGLISH);
        return lists.find(PLACE_CODES).orElseThrow().items().stream()
                .map(item -> new PlaceMeaning(
                        item.code(), english ? item.name().en() : item.name().id()))
                .toList();
    }

    private String page() {
        var entries = new StringBuilder();
        for (var code : ErrorCode.values()) {
            entries.append(
                    ENTRY.formatted(code.name(), html(text(code, "title")), code.status(), html(text(code, "detail"))));
        }
        var rows = new StringBuilder();
        places().forEach(place -> rows.append(PLACE.formatted(place.code(), html(place.detail()))));
        boolean english = caller.locale().equals(Locale.ENGLISH);
        return PAGE.formatted(
                caller.locale().getLanguage(),
                english ? "Problems" : "Galat",
                entries,
                english ? "Codes of wrong places (errors[].code)" : "Kode tempat yang salah (errors[].code)",
                rows);
    }

    private String text(ErrorCode code, String part) {
        return Messages.text(caller.locale(), "problem." + code.name() + '.' + part);
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
