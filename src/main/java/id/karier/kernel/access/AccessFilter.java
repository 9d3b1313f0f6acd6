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
    /** What is said of a machine without the scope; its figure is the scope. */
    public static final String SCOPE_MISSING = "problem.refusal.SCOPE_MISSING";

    /** What is said of a machine that asks for what no scope opens. */
    private static final String MACHINE_NEVER = "problem.refusal.MACHINE_NEVER";

    /** What is said of whoever has left or is suspended: no administrator can help her. */
    private static final String OWN_FILE_ONLY = "problem.refusal.OWN_FILE_ONLY";

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
            throw refusal(who, rule);
        }
    }

    /** What whoever was refused has to do: finish her sign-in, have her standing mended, ask for a scope, or ask for a role. */
    private static ProblemException refusal(Caller.Identity who, EndpointAccess.Rule rule) {
        if (who.restriction() == Restriction.OWN_ACCOUNT) {
            return new ProblemException(ErrorCode.SIGN_IN_UNFINISHED);
        }
        if (who.restriction() == Restriction.OWN_FILE) {
            return ProblemException.saying(ErrorCode.FORBIDDEN, OWN_FILE_ONLY);
        }
        var resource = rule.resource();
        if (!who.isMachine()) {
            return new ProblemException(ErrorCode.FORBIDDEN);
        }
        return resource == null || !AccessTable.isForMachines(resource, rule.action())
                ? ProblemException.saying(ErrorCode.FORBIDDEN, MACHINE_NEVER)
                : ProblemException.saying(
                        ErrorCode.FORBIDDEN, SCOPE_MISSING, AccessTable.scope(resource, rule.action()));
    }
}
