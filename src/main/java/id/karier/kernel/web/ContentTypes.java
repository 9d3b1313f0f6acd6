package id.karier.kernel.web;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.ProblemException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * In which type a body comes (RFC 9110, section 8.3). The framework looks for a method by it before it asks who is calling,
 * and takes a type that it cannot read for a fault of ours; so it is read here first, in one place for every operation.
 */
@ApplicationScoped
public class ContentTypes {
    private static final String WORD = "[A-Za-z0-9!#$%&'+.^_`|~-]{1,100}";
    private static final String TEXT = "\"(?:[^\"\\\\\\p{Cntrl}]|\\\\[^\\p{Cntrl}]){0,200}\"";
    private static final Pattern TYPE = Pattern.compile("(" + WORD + "/" + WORD + ")((?:[ \\t]*;[ \\t]*(?:" + WORD
            + "=(?:" + WORD + "|" + TEXT + "))?){0,10})[ \\t]*");
    private static final Pattern CHARSET = Pattern.compile(";[ \\t]*charset=\"?([^\";]*)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BOUNDARY = Pattern.compile(";[ \\t]*boundary=\"?[^\";]", Pattern.CASE_INSENSITIVE);

    /** They bring no body, so what they say of one is passed over. */
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE", "OPTIONS");

    private final HttpServerRequest http;

    ContentTypes(HttpServerRequest http) {
        this.http = http;
    }

    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION - 75)
    public void read(ContainerRequestContext request) {
        var said = http.headers().getAll(HttpHeaders.CONTENT_TYPE);
        if (said.isEmpty() || isReadable(said)) {
            return;
        }
        boolean nothing = said.stream().allMatch(String::isBlank);
        if (!nothing && !WITHOUT_BODY.contains(request.getMethod())) {
            throw ProblemException.saying(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "problem.refusal.TYPE_UNREADABLE");
        }
        // both where it matches and where it reads, which take it from different places
        request.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
        http.headers().remove(HttpHeaders.CONTENT_TYPE);
    }

    static boolean isReadable(List<String> said) {
        var type = said.size() == 1 ? TYPE.matcher(said.get(0).strip()) : null;
        if (type == null || !type.matches()) {
            return false;
        }
        var parameters = type.group(2);
        boolean form = type.group(1).toLowerCase(Locale.ROOT).startsWith("multipart/");
        var charset = CHARSET.matcher(parameters);
        return (!form || BOUNDARY.matcher(parameters).find()) && (!charset.find() || isCharset(charset.group(1)));
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException none) {
            return false;
        }
    }
}
