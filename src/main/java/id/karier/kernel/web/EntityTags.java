package id.karier.kernel.web;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.ProblemException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Strong entity tags made from an object's version, and the preconditions on them. */
public final class EntityTags {
    private EntityTags() {}

    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * A tag for an object whose view also depends on who reads it or on other rows. By what the records say of themselves,
     * because the hash code of an enum is another one on each node.
     */
    public static EntityTag of(long version, Object... variant) {
        var text = Arrays.deepToString(variant).getBytes(StandardCharsets.UTF_8);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text);
            return new EntityTag(version + "-" + HexFormat.of().formatHex(digest, 0, 12));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The version that an {@code If-Match} header names.
     *
     * @throws ProblemException 428 without the header, 412 when it is no tag of ours
     */
    public static long required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(ErrorCode.PRECONDITION_REQUIRED);
        }
        var tag = ifMatch.strip().replace("\"", "");
        int dash = tag.indexOf('-');
        try {
            return Long.parseLong(dash > 0 ? tag.substring(0, dash) : tag);
        } catch (NumberFormatException notOurs) {
            throw new ProblemException(ErrorCode.STALE_VERSION);
        }
    }

    /** @throws ProblemException 412 when the object has changed since the reader saw it */
    public static void requireSame(long expected, long actual) {
        if (expected != actual) {
            throw new ProblemException(ErrorCode.STALE_VERSION);
        }
    }

    /** 200 with the object, or 304 when the reader has it already. */
    public static Response read(Request request, EntityTag tag, Object view) {
        var unchanged = request.evaluatePreconditions(tag);
        var answer = unchanged == null ? Response.ok(view) : unchanged;
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, "Authorization, Accept-Language, Accept-Encoding")
                .build();
    }
}
