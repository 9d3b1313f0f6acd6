package id.karier.kernel.web;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.ProblemException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * In which type an operation answers: JSON, unless it says something else, and only when that was asked for. The framework
 * alone would write whatever it was asked for with whatever writer it finds, which for a record is its Java text, and takes
 * an {@code Accept} that it cannot read for a fault of ours.
 */
@ApplicationScoped
public class Negotiation {
    private static final String ASKED = "karier.accept";

    private final HttpServerRequest http;
    private final Map<Method, List<String>> offers = new ConcurrentHashMap<>();

    Negotiation(HttpServerRequest http) {
        this.http = http;
    }

    /** Before the framework looks: what it reads from now on it can read, and it refuses nobody. */
    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION - 70)
    public void ask(ContainerRequestContext request) {
        var asked = AcceptedTypes.of(String.join(",", http.headers().getAll(HttpHeaders.ACCEPT)));
        request.setProperty(ASKED, asked);
        // both where it matches and where it writes, which read it from different places
        request.getHeaders().putSingle(HttpHeaders.ACCEPT, asked.forFramework());
        http.headers().set(HttpHeaders.ACCEPT, asked.forFramework());
    }

    /** Once the caller may have the answer at all: 406 says which types there are. */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 10)
    public void settle(ContainerRequestContext request, ResourceInfo resource) {
        var offered = offers.computeIfAbsent(
                resource.getResourceMethod(), method -> offered(method, resource.getResourceClass()));
        var asked = request.getProperty(ASKED) instanceof AcceptedTypes types ? types : AcceptedTypes.ANY;
        var chosen = asked.best(offered);
        if (chosen == null && !request.getMethod().equals(HttpMethod.DELETE)) {
            throw ProblemException.saying(
                    ErrorCode.NOT_ACCEPTABLE, "problem.refusal.TYPES_OFFERED", String.join(", ", offered));
        }
        http.headers().set(HttpHeaders.ACCEPT, chosen == null ? offered.get(0) : chosen);
        if (MediaType.SERVER_SENT_EVENTS.equals(chosen)) {
            // on the connection's own answer, because a stream of events is sent past the filters of answers
            http.response().putHeader("X-Accel-Buffering", "no").putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static List<String> offered(Method method, Class<?> resource) {
        var said = produces(method);
        for (Class<?> type = resource; said == null && type != null; type = type.getSuperclass()) {
            said = type.getDeclaredAnnotation(Produces.class);
        }
        return said == null ? List.of(MediaType.APPLICATION_JSON) : List.of(said.value());
    }

    private static @Nullable Produces produces(Method method) {
        return method.getAnnotation(Produces.class);
    }
}
