package id.karier.identity;

import id.karier.identity.RightsQueries.Rights;
import id.karier.kernel.Caller;
import id.karier.kernel.Role;
import id.karier.kernel.access.AccessFilter;
import id.karier.kernel.access.Restriction;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Reads out of a believed token who is calling, in the kernel's words: from the claims of our own tokens, and from the
 * account that a token from outside belongs to. Then it asks whether she still has what the token says.
 */
@ApplicationScoped
public class CallerAugmentor implements SecurityIdentityAugmentor {
    /** The attribute that holds the token family of the sign-in, as a UUID; absent for machines and tokens from outside. */
    public static final String FAMILY = "karier.family";

    /** Reading it unmasked is as grave as a write. */
    private static final String UNMASKED = "/personal-data";

    private final TokenConfig config;
    private final ExternalCallers outside;
    private final CurrentRights rights;

    CallerAugmentor(TokenConfig config, ExternalCallers outside, CurrentRights rights) {
        this.config = config;
        this.outside = outside;
        this.rights = rights;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return augment(identity, context, Map.of());
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        boolean behind = mayBeBehind(attributes);
        return context.runBlocking(() -> config.issuer().equals(token.getIssuer())
                ? ofOurs(identity, token, behind)
                : ofOutside(identity, token, behind));
    }

    /** Whether what is asked for is a reading, which may see rights of a few seconds ago. */
    private static boolean mayBeBehind(Map<String, Object> attributes) {
        var request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        if (request == null) {
            return false;
        }
        var method = request.request().method();
        return (method == HttpMethod.GET || method == HttpMethod.HEAD)
                && !request.normalizedPath().contains(UNMASKED);
    }

    private SecurityIdentity ofOurs(SecurityIdentity identity, JsonWebToken token, boolean behind) {
        Caller.Identity who;
        UUID family;
        try {
            who = ours(token);
            family = token.getClaim(TokenIssuer.FAMILY) instanceof String session ? UUID.fromString(session) : null;
        } catch (RuntimeException unreadable) {
            throw new AuthenticationFailedException("token lacks our claims", unreadable);
        }
        var now = current(who, behind);
        if (family != null && now != null && now.endedSessions().contains(family)) {
            throw new AuthenticationFailedException("the session of this token has ended");
        }
        var known = known(identity, restricted(who, token, now, isForAccountOnly(token) || mustChangePassword(now)));
        if (family != null) {
            known.addAttribute(FAMILY, family);
        }
        return known.build();
    }

    /** Her password here is nothing to whoever signs in elsewhere. */
    private SecurityIdentity ofOutside(SecurityIdentity identity, JsonWebToken token, boolean behind) {
        var who = outside.identity(token);
        return known(identity, restricted(who, token, current(who, behind), false))
                .build();
    }

    private @Nullable Rights current(Caller.Identity who, boolean behind) {
        boolean machine = who.isMachine();
        return (behind ? rights.lately(who.accountId(), machine) : rights.now(who.accountId(), machine)).orElse(null);
    }

    private static boolean isForAccountOnly(JsonWebToken token) {
        return token.containsClaim(TokenIssuer.ACCOUNT_ONLY);
    }

    private static boolean mustChangePassword(@Nullable Rights now) {
        return now != null && now.mustChangePassword();
    }

    private static Caller.Identity restricted(
            Caller.Identity who, JsonWebToken token, @Nullable Rights now, boolean accountOnly) {
        if (now == null) {
            return accountOnly ? who.with(Restriction.OWN_ACCOUNT) : who;
        }
        if (now.disabled() || Leavers.isGone(now.status()) || isEnded(token, now)) {
            throw new AuthenticationFailedException("the rights of this token have ended");
        }
        var left = who.with(now.restriction()).after(now.earlierPersons());
        return accountOnly ? left.with(Restriction.OWN_ACCOUNT) : left;
    }

    private static boolean isEnded(JsonWebToken token, Rights now) {
        return now.validFrom() != null
                && token.getIssuedAtTime() < now.validFrom().getEpochSecond();
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
