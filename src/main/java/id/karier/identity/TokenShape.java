package id.karier.identity;

import io.smallrye.jwt.auth.principal.ParseException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be said of a token before anybody's key is looked at: how it is written, and whether it is an access token. */
final class TokenShape {
    private static final Pattern SIGNED = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final Set<String> ALGORITHMS = Set.of("RS256", "ES256");
    private static final Set<String> HEADER_TYPES = Set.of("jwt", "application/jwt", "at+jwt", "application/at+jwt");
    private static final String PAYLOAD_TYPE = "Bearer";

    /**
     * Claims that no access token for us has: hashes of what an ID token came with, the events of a logout token or
     * another notice, and a key that whoever shows the token would have to prove, which we do not ask for.
     */
    private static final List<String> OF_OTHER_TOKENS = List.of("at_hash", "c_hash", "s_hash", "events", "cnf");

    private TokenShape() {}

    /**
     * Refuses what is not three parts of base64url without padding, written in the one way that its signature can be
     * written: the same token in other letters would be believed, and kept, once more.
     */
    static void requireCanonical(String token) throws ParseException {
        if (!SIGNED.matcher(token).matches()) {
            throw new ParseException("not three parts of base64url");
        }
        var signature = token.substring(token.lastIndexOf('.') + 1);
        try {
            var decoded = Base64.getUrlDecoder().decode(signature);
            if (!Base64.getUrlEncoder().withoutPadding().encodeToString(decoded).equals(signature)) {
                throw new ParseException("signature is not written canonically");
            }
        } catch (IllegalArgumentException unreadable) {
            throw new ParseException("signature is no base64url", unreadable);
        }
    }

    /** Refuses header and payload that are nested deeper than any token of ours, before a parser walks into them. */
    static void requireShallow(String token, int depth) throws ParseException {
        var parts = token.split("\\.", -1);
        for (int i = 0; i < 2; i++) {
            try {
                if (isDeeper(new String(Base64.getUrlDecoder().decode(parts[i]), StandardCharsets.UTF_8), depth)) {
                    throw new ParseException("nested too deep");
                }
            } catch (IllegalArgumentException unreadable) {
                throw new ParseException("no base64url", unreadable);
            }
        }
    }

    /** Whether lists and objects stand in each other deeper than that, without a parser. */
    static boolean isDeeper(String json, int depth) {
        int open = 0;
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else {
                    quoted = c != '"';
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '[' || c == '{') {
                if (++open > depth) {
                    return true;
                }
            } else if (c == ']' || c == '}') {
                open--;
            }
        }
        return false;
    }

    static boolean isOurAlgorithm(@Nullable String algorithm) {
        return algorithm != null && ALGORITHMS.contains(algorithm);
    }

    /**
     * Whether header and payload are those of an access token (RFC 9068, and what Keycloak writes into the payload): an
     * ID, refresh or logout token under the same key is somebody's proof of something else.
     *
     * @param headerType {@code typ} of the header, or null when it has none
     */
    static boolean isAccessToken(@Nullable Object headerType, Map<String, ?> payload) {
        boolean header = headerType == null
                || (headerType instanceof String type && HEADER_TYPES.contains(type.toLowerCase(Locale.ROOT)));
        boolean named = !payload.containsKey("typ") || PAYLOAD_TYPE.equals(payload.get("typ"));
        return header && named && OF_OTHER_TOKENS.stream().noneMatch(payload::containsKey);
    }
}
