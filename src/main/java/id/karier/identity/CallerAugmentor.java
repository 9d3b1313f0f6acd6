package id.karier.identity;

import id.karier.kernel.Caller;
import id.karier.kernel.Role;
import id.karier.kernel.access.AccessFilter;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads out of a believed token who is calling, in the kernel's words. */
@ApplicationScoped
public class CallerAugmentor implements SecurityIdentityAugmentor {
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        try {
            return Uni.createFrom()
                    .item(QuarkusSecurityIdentity.builder(identity)
                            .addAttribute(AccessFilter.IDENTITY, identity(token))
                            .build());
        } catch (RuntimeException unreadable) {
            return Uni.createFrom().failure(new AuthenticationFailedException("token lacks our claims", unreadable));
        }
    }

    private static Caller.Identity identity(JsonWebToken token) {
        String employee = token.getClaim("employee");
        String scope = token.getClaim("scope");
        String agency = token.getClaim("agency");
        Set<Role> roles = token.getGroups().stream().map(Role::valueOf).collect(Collectors.toSet());
        return new Caller.Identity(
                UUID.fromString(token.getSubject()),
                agency,
                employee == null ? null : UUID.fromString(employee),
                roles,
                scope == null || scope.isBlank() ? Set.of() : Set.of(scope.split(" ")));
    }
}
