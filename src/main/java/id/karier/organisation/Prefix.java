package id.karier.organisation;

import id.karier.kernel.Published;
import id.karier.kernel.SearchText;
import org.jspecify.annotations.Nullable;

/** What somebody typed, as the pattern of a name that begins so; {@code !} is its escape. */
@Published
public final class Prefix {
    private Prefix() {}

    public static @Nullable String of(@Nullable String typed) {
        return SearchText.prefix(typed);
    }
}
