package id.karier.kernel.access;

import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.ProblemException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Gives every request its caller and reach before the resource method runs, or refuses it: 401 first, then 403. */
@ApplicationScoped
public class AccessFilter {
    /** The attribute of a security identity under which the identity slice leaves its {@link Caller.Identity}. */
    public static final String IDENTITY = "karier.identity";

    private final Caller caller;
    private final CurrentIdentityAssociation identities;
    private final Map<Method, Rule> rules = new ConcurrentHashMap<>();

    AccessFilter(Caller caller, CurrentIdentityAssociation identities) {
        this.caller = caller;
        this.identities = identities;
    }

    private record Rule(@Nullable Access access, boolean open, String operation) {
        static Rule of(Method method) {
            var operation = method.getAnnotation(Operation.class);
            var name =
                    operation == null || operation.operationId().isEmpty() ? method.getName() : operation.operationId();
            return new Rule(method.getAnnotation(Access.class), method.isAnnotationPresent(Open.class), name);
        }
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public Uni<Void> authorise(ResourceInfo resource) {
        var rule = rules.computeIfAbsent(resource.getResourceMethod(), Rule::of);
        caller.performs(rule.operation());
        if (rule.open()) {
            return Uni.createFrom().voidItem();
        }
        return identities
                .getDeferredIdentity()
                .invoke(identity -> admit(identity, rule.access()))
                .replaceWithVoid();
    }

    private void admit(SecurityIdentity identity, @Nullable Access access) {
        if (identity.isAnonymous()) {
            throw new ProblemException(ErrorCode.UNAUTHENTICATED);
        }
        Caller.Identity who = identity.getAttribute(IDENTITY);
        var reach = access == null ? Reach.NONE : AccessTable.reach(who, access.value(), access.action());
        if (access == null) {
            caller.actAs(who, reach);
        } else {
            caller.actAs(who, access.value(), reach);
        }
        if (reach == Reach.NONE) {
            throw new ProblemException(ErrorCode.FORBIDDEN);
        }
    }
}
