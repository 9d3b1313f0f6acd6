package id.karier.kernel.access;

import id.karier.kernel.web.Register;
import id.karier.kernel.web.RegisterOperation;
import jakarta.ws.rs.GET;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What an endpoint asks of its caller. Two resources may inherit one method: the rule belongs to class and method. */
final class EndpointAccess {
    private final Map<Endpoint, Rule> known = new ConcurrentHashMap<>();

    private record Endpoint(Class<?> resource, Method method) {}

    /**
     * @param resource what the caller needs access to; null when the endpoint is open, or says nothing and is refused
     * @param operation id of the operation, as the contract has it
     */
    record Rule(@Nullable Resource resource, Action action, boolean open, String operation) {}

    Rule of(Class<?> resource, Method method) {
        return known.computeIfAbsent(new Endpoint(resource, method), e -> read(resource, method));
    }

    private static Rule read(Class<?> resource, Method method) {
        var operation = operation(resource, method);
        if (method.isAnnotationPresent(Open.class)) {
            return new Rule(null, Action.READ, true, operation);
        }
        var own = method.getAnnotation(Access.class);
        if (own != null) {
            return new Rule(own.value(), own.action(), false, operation);
        }
        var whole = resource.getAnnotation(Access.class);
        var action = method.isAnnotationPresent(GET.class) ? Action.READ : Action.WRITE;
        return new Rule(whole == null ? null : whole.value(), action, false, operation);
    }

    private static String operation(Class<?> resource, Method method) {
        var operation = method.getAnnotation(Operation.class);
        if (operation != null && !operation.operationId().isEmpty()) {
            return operation.operationId();
        }
        var register = resource.getAnnotation(Register.class);
        return register == null
                ? method.getName()
                : RegisterOperation.of(method.getName()).id(register.object());
    }
}
