package id.karier.app;

import id.karier.app.contract.ContractDefinition;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.Messages;
import id.karier.kernel.access.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The page that the {@code type} of every problem points to: {@code /problems#CODE}. */
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
            %3$s</body>
            </html>
            """;

    private static final String ENTRY = """
            <section id="%1$s">
            <h2>%2$s</h2>
            <p><code>%1$s</code> · HTTP %3$d</p>
            <p>%4$s</p>
            </section>
            """;

    private final Caller caller;

    ProblemsResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    @Open
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            operationId = "readProblemCatalogue",
            summary = "Arti setiap kode galat",
            description = "Halaman yang ditunjuk oleh `type` setiap galat: satu bagian untuk setiap kode, dalam bahasa"
                    + " `Accept-Language`.")
    @APIResponse(
            responseCode = "200",
            description = "Semua kode galat dan apa yang harus dilakukan.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_HTML,
                            schema = @Schema(implementation = String.class, maxLength = 200_000),
                            example =
                                    "<!doctype html><html lang=\"id\"><body><section id=\"NOT_FOUND\">…</section></body></html>"))
    public Response problems() {
        var entries = new StringBuilder();
        for (var code : ErrorCode.values()) {
            entries.append(ENTRY.formatted(code.name(), text(code, "title"), code.status(), text(code, "detail")));
        }
        var title = caller.locale().equals(Locale.ENGLISH) ? "Problems" : "Galat";
        return Response.ok(PAGE.formatted(caller.locale().getLanguage(), title, entries))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .header(HttpHeaders.VARY, "Accept-Language, Accept-Encoding")
                .build();
    }

    private String text(ErrorCode code, String part) {
        return Messages.text(caller.locale(), "problem." + code.name() + '.' + part)
                .replace("&", "&amp;")
                .replace("<", "&lt;");
    }
}
