package id.karier.integration.bulk;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be imported, and as which type of content it comes. */
enum ImportKind {
    EMPLOYEES("employees", Set.of("text/csv", "application/csv", "application/vnd.ms-excel", "text/plain")),
    SIASN_EMPLOYEE("siasn-employee", Set.of("application/json", "application/x-ndjson"));

    static final List<String> NAMES =
            Arrays.stream(values()).map(ImportKind::kind).toList();

    private final String kind;
    private final Set<String> types;

    ImportKind(String kind, Set<String> types) {
        this.kind = kind;
        this.types = types;
    }

    /** As requests and jobs name it. */
    String kind() {
        return kind;
    }

    boolean takes(String mediaType) {
        return types.contains(mediaType);
    }

    /** @throws ProblemException 400 for a kind that is not there */
    static ImportKind named(@Nullable String kind) {
        return Arrays.stream(values())
                .filter(known -> known.kind.equals(kind))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ErrorCode.INVALID_PARAMETER,
                        FieldError.in(
                                "imports",
                                "kind",
                                "KIND_UNKNOWN",
                                NAMES.stream().collect(Collectors.joining(", ")))));
    }
}
