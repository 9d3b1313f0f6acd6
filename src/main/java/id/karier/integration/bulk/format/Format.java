package id.karier.integration.bulk.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the content of a file is, by its media type. */
public enum Format {
    CSV(List.of(".csv"), "text/csv", "application/csv", "application/vnd.ms-excel", "text/plain"),
    XLSX(List.of(".xlsx"), Format.SHEET),
    NDJSON(List.of(".ndjson", ".jsonl"), Format.LINES),
    JSON(List.of(".json"), "application/json");

    /** Media type of XLSX. */
    public static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Media type of NDJSON. */
    public static final String LINES = "application/x-ndjson";

    private final List<String> endings;
    private final List<String> types;

    Format(List<String> endings, String... types) {
        this.endings = endings;
        this.types = List.of(types);
    }

    /** Null for a media type that is none of these. */
    public static @Nullable Format of(String mediaType) {
        var type = mediaType.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.types.contains(type))
                .findFirst()
                .orElse(null);
    }

    /** Browsers guess a file's type; its name is the better witness. */
    public static @Nullable Format of(@Nullable String fileName, @Nullable String mediaType) {
        var name = String.valueOf(fileName).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.endings.stream().anyMatch(name::endsWith))
                .findFirst()
                .orElseGet(() -> of(String.valueOf(mediaType)));
    }
}
