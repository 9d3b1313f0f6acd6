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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query parameter that the operation does not have, one that is sent twice, and one without a value: passed over,
 * a misspelt filter, or a form that forgot its value, would answer with everybody.
 */
@ApplicationScoped
public class QueryNames {
    private static final int LONGEST_NAME = 60;

    private final Map<Method, SortedMap<String, Boolean>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 20)
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        var method = resource.getResourceMethod();
        var query = request.getUriInfo().getQueryParameters();
        var open = method.getAnnotation(Open.class);
        if (query.isEmpty() || (open != null && open.toAnyParameter())) {
            return;
        }
        var names = known.computeIfAbsent(method, QueryNames::of);
        var errors = new ArrayList<FieldError>();
        query.forEach((name, values) -> {
            var mayBeEmpty = names.get(name);
            if (mayBeEmpty == null) {
                errors.add(
                        names.isEmpty()
                                ? FieldError.of(shown(name), "PARAMETERS_NONE")
                                : FieldError.of(shown(name), "PARAMETER_UNKNOWN", String.join(", ", names.keySet())));
            } else if (values.size() > 1) {
                errors.add(FieldError.of(name, "PARAMETER_TWICE"));
            } else if (!mayBeEmpty && values.get(0).isBlank()) {
                errors.add(FieldError.of(name, "PARAMETER_EMPTY"));
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

    /** The parameters of an operation, and whether each may come without a value. */
    private static SortedMap<String, Boolean> of(Method method) {
        var names = new TreeMap<String, Boolean>();
        for (var parameter : method.getParameters()) {
            add(names, parameter);
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                members(names, parameter.getType());
            }
        }
        return names;
    }

    private static void members(SortedMap<String, Boolean> names, Class<?> bean) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                add(names, field);
                if (field.isAnnotationPresent(BeanParam.class)) {
                    members(names, field.getType());
                }
            }
        }
    }

    private static void add(SortedMap<String, Boolean> names, AnnotatedElement place) {
        var said = place.getAnnotation(QueryParam.class);
        if (said != null) {
            names.put(said.value(), place.isAnnotationPresent(EmptyMeansNone.class));
        }
    }
}
