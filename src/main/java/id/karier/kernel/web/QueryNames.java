package id.karier.kernel.web;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.PlainText;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.Open;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query parameter that the operation does not have, and one that is sent twice: passed over, a misspelt filter
 * would answer with everybody. Addresses that are open to everybody follow standards that let clients send what they like.
 */
@ApplicationScoped
public class QueryNames {
    private static final int LONGEST_NAME = 60;

    private final Map<Method, SortedSet<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 20)
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        var method = resource.getResourceMethod();
        var query = request.getUriInfo().getQueryParameters();
        if (query.isEmpty() || method.isAnnotationPresent(Open.class)) {
            return;
        }
        var names = known.computeIfAbsent(method, QueryNames::of);
        var errors = new ArrayList<FieldError>();
        query.forEach((name, values) -> {
            if (!names.contains(name)) {
                errors.add(
                        names.isEmpty()
                                ? FieldError.of(shown(name), "PARAMETERS_NONE")
                                : FieldError.of(shown(name), "PARAMETER_UNKNOWN", String.join(", ", names)));
            } else if (values.size() > 1) {
                errors.add(FieldError.of(name, "PARAMETER_TWICE"));
            }
        });
        if (!errors.isEmpty()) {
            throw new ProblemException(ErrorCode.INVALID_PARAMETER, errors);
        }
    }

    /** As the client wrote it, so that it is found again, but not at any length. */
    private static String shown(String name) {
        var plain = PlainText.isPlain(name) ? name : name.replaceAll("[^\\x21-\\x7e]", "?");
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME) + '…';
    }

    private static SortedSet<String> of(Method method) {
        var names = new TreeSet<String>();
        for (var parameter : method.getParameters()) {
            add(names, parameter);
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                members(names, parameter.getType());
            }
        }
        return names;
    }

    private static void members(SortedSet<String> names, Class<?> bean) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                add(names, field);
                if (field.isAnnotationPresent(BeanParam.class)) {
                    members(names, field.getType());
                }
            }
        }
    }

    private static void add(SortedSet<String> names, AnnotatedElement place) {
        var said = place.getAnnotation(QueryParam.class);
        if (said != null) {
            names.add(said.value());
        }
    }
}
