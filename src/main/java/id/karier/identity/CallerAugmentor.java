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

/**
 * Reads out of a believed token who is calling, in the kernel's words: from the claims of our own tokens, and from the
 * account that a token from outside belongs to.
 */
@ApplicationScoped
public class CallerAugmentor implements SecurityIdentityAugmentor {
    /** The attribute that holds the token family of the sign-in, as a UUID; absent for machines and tokens from outside. */
    public static final String FAMILY = "karier.family";

    private final TokenConfig config;
    private final ExternalCallers outside;

    CallerAugmentor(TokenConfig config, ExternalCallers outside) {
        this.config = config;
        this.outside = outside;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        if (!config.issuer().equals(token.getIssuer())) {
            return context.runBlocking(
                    () -> known(identity, outside.identity(token)).build());
        }
        try {
            String family = token.getClaim(TokenIssuer.FAMILY);
            var known = known(identity, ours(token));
            if (family != null) {
                known.addAttribute(FAMILY, UUID.fromString(family));
            }
            return Uni.createFrom().item(known.build());
        } catch (RuntimeException unreadable) {
            return Uni.createFrom().failure(new AuthenticationFailedException("token lacks our claims", unreadable));
        }
    }

    private static QuarkusSecurityIdentity.Builder known(SecurityIdentity identity, Caller.Identity who) {
        return QuarkusSecurityIdentity.builder(identity).addAttribute(AccessFilter.IDENTITY, who);
    }

    private static Caller.Identity ours(JsonWebToken token) {
        String employee = token.getClaim("employee");
        String scope = token.getClaim("scope");
        String agency = token.getClaim("agency");
        if (agency == null || agency.isBlank()) {
            throw new AuthenticationFailedException("token names no agency");
        }
        Set<Role> roles = token.getGroups().stream().map(Role::valueOf).collect(Collectors.toSet());
        return new Caller.Identity(
                UUID.fromString(token.getSubject()),
                agency,
                employee == null ? null : UUID.fromString(employee),
                roles,
                scope == null || scope.isBlank() ? Set.of() : Set.of(scope.split(" ")));
    }
}
