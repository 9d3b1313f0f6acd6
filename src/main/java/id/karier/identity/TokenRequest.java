package id.karier.identity;

import id.karier.identity.SignInOutcome.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to the token endpoint as it was sent.
 *
 * @param parameters the form; a parameter without a value counts as not sent
 * @param clientId the machine that says who it is, by Basic or in the body
 * @param fault what is wrong with the request itself, or null
 */
record TokenRequest(
        Map<String, String> parameters,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable Refusal fault) {

    /** @param form the body as it came: a form that cannot be read is the client's fault and must be told so */
    static TokenRequest of(@Nullable String authorization, @Nullable String form) {
        var parameters = new HashMap<String, String>();
        try {
            for (var pair : (form == null ? "" : form).split("&")) {
                int equals = pair.indexOf('=');
                var name = word(equals < 0 ? pair : pair.substring(0, equals));
                var value = equals < 0 ? "" : word(pair.substring(equals + 1));
                if (!value.isEmpty() && parameters.put(name, value) != null) {
                    return faulty(Refusal.INVALID_REQUEST);
                }
            }
        } catch (IllegalArgumentException unreadable) {
            return faulty(Refusal.INVALID_REQUEST);
        }
        if (authorization == null || isEmpty(authorization)) {
            var client = parameters.get("client_id");
            return new TokenRequest(parameters, client, parameters.get("client_secret"), null);
        }
        if (parameters.containsKey("client_secret")) {
            return faulty(Refusal.INVALID_REQUEST);
        }
        return basic(authorization, parameters);
    }

    @Nullable
    String parameter(String name) {
        return parameters.get(name);
    }

    private static TokenRequest basic(String authorization, Map<String, String> parameters) {
        try {
            var decoded = decoded(authorization);
            int colon = decoded.indexOf(':');
            if (colon > 0) {
                // a public client has no secret (RFC 6749 §2.3.1: it may be left out when it is empty)
                var secret = word(decoded.substring(colon + 1));
                return new TokenRequest(
                        parameters, word(decoded.substring(0, colon)), secret.isEmpty() ? null : secret, null);
            }
        } catch (IllegalArgumentException unreadable) {
            return faulty(Refusal.INVALID_CLIENT);
        }
        return faulty(Refusal.INVALID_CLIENT);
    }

    /** Swagger UI sends {@code Basic Og==}, a colon between nothing and nothing, when no client was named. */
    private static boolean isEmpty(String authorization) {
        try {
            return decoded(authorization).equals(":");
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** Name, colon and secret of a Basic header; nothing for another scheme. */
    private static String decoded(String authorization) {
        return authorization.regionMatches(true, 0, "Basic ", 0, 6)
                ? new String(
                        Base64.getDecoder().decode(authorization.substring(6).strip()), StandardCharsets.UTF_8)
                : "";
    }

    /** Of a form, or of a Basic header, whose words are form-encoded too (RFC 6749 §2.3.1). */
    private static String word(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    private static TokenRequest faulty(Refusal fault) {
        return new TokenRequest(Map.of(), null, null, fault);
    }
}
