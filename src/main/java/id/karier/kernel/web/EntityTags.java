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
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags made from an object's version, and the preconditions on them (RFC 9110, section 13). A {@code W/} before a tag
 * of ours was put there on its way, by whoever compressed the answer: it names the same version, for writes as well.
 */
public final class EntityTags {
    /** What {@code If-Match: *} asks for: whatever version there is. */
    private static final long ANY = Long.MIN_VALUE;

    /** A tag in a header; without quotation marks too, as many clients send it. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?(?:\"([^\"]*)\"|([^\",\\s]+))");

    private static final Pattern VERSION = Pattern.compile("(\\d{1,18})(?:-.*)?");

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
        return new EntityTag(version + "-" + digest(text));
    }

    /** A tag for an answer that has no version, such as a list: by what it says. */
    static EntityTag ofContent(byte[] body) {
        return new EntityTag("c-" + digest(body));
    }

    private static String digest(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The version that an {@code If-Match} header names; of several the first, see {@link #requireSame}.
     *
     * @throws ProblemException 428 without the header, 412 when no tag in it is one of ours
     */
    public static long required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(ErrorCode.PRECONDITION_REQUIRED);
        }
        if (ifMatch.strip().equals("*")) {
            return ANY;
        }
        return versions(ifMatch).stream().findFirst().orElseThrow(() -> new ProblemException(ErrorCode.STALE_VERSION));
    }

    /**
     * @param expected from {@link #required}; when the request names several versions, each of them will do
     * @throws ProblemException 412 when the object has changed since the reader saw it
     */
    public static void requireSame(long expected, long actual) {
        if (expected != ANY
                && expected != actual
                && !versions(header(HttpHeaders.IF_MATCH)).contains(actual)) {
            throw new ProblemException(ErrorCode.STALE_VERSION);
        }
    }

    /** 200 with the object, or 304 when the reader has it already. */
    public static Response read(Request request, EntityTag tag, Object view) {
        return read(tag, view)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, "Authorization, Accept-Language, Accept-Encoding")
                .build();
    }

    /**
     * The same for an answer that says by itself who may keep it, and what it varies with.
     *
     * @throws ProblemException 412 when the reader wants another version only
     */
    public static Response.ResponseBuilder read(EntityTag tag, Object view) {
        var wanted = header(HttpHeaders.IF_MATCH);
        if (!wanted.isBlank() && !wanted.strip().equals("*") && find(wanted, tag) == null) {
            throw new ProblemException(ErrorCode.STALE_VERSION);
        }
        var held = held(tag);
        return held == null
                ? Response.ok(view).tag(tag)
                : Response.notModified().header(HttpHeaders.ETAG, held);
    }

    /** The tag by which the reader already has this answer, as she wrote it; null when she has it not. */
    static @Nullable String held(EntityTag tag) {
        var known = header(HttpHeaders.IF_NONE_MATCH);
        if (known.strip().equals("*")) {
            return '"' + tag.getValue() + '"';
        }
        return find(known, tag);
    }

    private static @Nullable String find(String tags, EntityTag tag) {
        var found = TAG.matcher(tags);
        while (found.find()) {
            if (tag.getValue().equals(value(found.group(1), found.group(2)))) {
                return found.group(1) == null ? '"' + tag.getValue() + '"' : found.group();
            }
        }
        return null;
    }

    private static List<Long> versions(String tags) {
        return TAG.matcher(tags)
                .results()
                .map(found -> VERSION.matcher(value(found.group(1), found.group(2))))
                .filter(version -> version.matches())
                .map(version -> Long.valueOf(version.group(1)))
                .toList();
    }

    private static String value(@Nullable String quoted, @Nullable String bare) {
        return quoted == null ? String.valueOf(bare) : quoted;
    }

    /** Of the request that is being answered; empty without it, and outside of requests. */
    private static String header(String name) {
        var current = CurrentRequestManager.get();
        return current == null ? "" : String.join(",", current.serverRequest().getAllRequestHeaders(name));
    }
}
