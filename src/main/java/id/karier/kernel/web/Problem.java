package id.karier.kernel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.Messages;
import id.karier.kernel.ProblemException;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of every error (RFC 9457, {@code application/problem+json}).
 *
 * @param type address of the page that explains the code
 * @param title what went wrong, in the reader's language
 * @param status the HTTP status
 * @param detail what happened and what to do next
 * @param instance id of the request, to quote when asking for help
 * @param code stable code, one of {@link ErrorCode}
 * @param errors the places that are wrong, when the error has places
 */
@Schema(description = "Galat RFC 9457: apa yang salah dan apa yang harus dilakukan.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        @Schema(examples = "/problems#NOT_FOUND") String type,
        @Schema(examples = "Tidak ditemukan") String title,
        @Schema(examples = "404") int status,

        @Schema(examples = "Tidak ada data dengan id itu di instansi Anda. Periksa id-nya.")
        String detail,

        @Schema(examples = "01980a52-7c1e-7000-8000-000000000001")
        String instance,

        @Schema(description = "Salah satu dari /api/v1/reference/error-codes.", examples = "NOT_FOUND")
        String code,

        List<Place> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One wrong place: a JSON pointer, or the name of a parameter or header. */
    @Schema(name = "ProblemPlace")
    public record Place(
            @Schema(examples = "/startsOn") String pointer,

            @Schema(description = "Salah satu dari /api/v1/reference/error-place-codes.", examples = "NOT_NULL")
            String code,

            @Schema(examples = "Wajib diisi.") String detail) {}

    static Problem of(ProblemException failure, Locale locale, String requestId) {
        var sentence = failure.sentence();
        var detail = sentence == null
                ? Messages.text(locale, "problem." + failure.code().name() + ".detail")
                : Messages.text(locale, sentence, failure.figures().toArray());
        return of(failure.code(), detail, failure.errors(), locale, requestId);
    }

    /** The same problem, explained below the path at which a proxy serves us. */
    Problem below(String prefix) {
        return prefix.isEmpty() ? this : new Problem(prefix + type, title, status, detail, instance, code, errors);
    }

    private static Problem of(
            ErrorCode code, String detail, List<FieldError> errors, Locale locale, @Nullable String requestId) {
        return new Problem(
                "/problems#" + code.name(),
                Messages.text(locale, "problem." + code.name() + ".title"),
                code.status(),
                detail,
                requestId == null ? "-" : requestId,
                code.name(),
                errors.stream()
                        .map(e -> new Place(e.pointer(), e.code(), e.detail(locale)))
                        .toList());
    }
}
