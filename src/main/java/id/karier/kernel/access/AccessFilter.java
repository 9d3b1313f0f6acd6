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
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Gives every request its caller and reach before the resource method runs, or refuses it: 401 first, then 403. */
@ApplicationScoped
public class AccessFilter {
    /** The attribute of a security identity under which the identity slice leaves its {@link Caller.Identity}. */
    public static final String IDENTITY = "karier.identity";

    private final Caller caller;
    private final CurrentIdentityAssociation identities;
    private final EndpointAccess rules = new EndpointAccess();

    AccessFilter(Caller caller, CurrentIdentityAssociation identities) {
        this.caller = caller;
        this.identities = identities;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public Uni<Void> authorise(ResourceInfo resource) {
        var rule = rules.of(resource.getResourceClass(), resource.getResourceMethod());
        caller.performs(rule.operation());
        if (rule.open()) {
            return Uni.createFrom().voidItem();
        }
        return identities
                .getDeferredIdentity()
                .invoke(identity -> admit(identity, rule))
                .replaceWithVoid();
    }

    private void admit(SecurityIdentity identity, EndpointAccess.Rule rule) {
        if (identity.isAnonymous()) {
            throw new ProblemException(ErrorCode.UNAUTHENTICATED);
        }
        Caller.Identity who = identity.getAttribute(IDENTITY);
        var resource = rule.resource();
        var reach = resource == null ? Reach.NONE : AccessTable.reach(who, resource, rule.action());
        if (resource == null) {
            caller.actAs(who, reach);
        } else {
            caller.actAs(who, resource, reach);
        }
        if (reach == Reach.NONE) {
            throw new ProblemException(ErrorCode.FORBIDDEN);
        }
    }
}
