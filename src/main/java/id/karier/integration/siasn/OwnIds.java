package id.karier.integration.siasn;

import id.karier.kernel.Published;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a file names a unit or post by the national id and there is none: ours, marked, so that a file that was exported here
 * finds it again. It never becomes a national id.
 */
@Published
public final class OwnIds {
    private static final String MARK = "karier:";

    private OwnIds() {}

    public static String of(UUID id) {
        return MARK + id.toString().replace("-", "");
    }

    public static boolean is(@Nullable String id) {
        return id != null && id.toLowerCase(Locale.ROOT).startsWith(MARK);
    }
}
