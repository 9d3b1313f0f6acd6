package id.karier.identity;

import id.karier.identity.IdentityQueries.Machine;
import id.karier.identity.IdentityQueries.Person;
import id.karier.kernel.Ids;
import id.karier.kernel.Role;
import id.karier.kernel.access.Restriction;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes and signs access tokens. */
@ApplicationScoped
public class TokenIssuer {
    /** Claim that names the token family of the sign-in. */
    static final String FAMILY = "sid";

    /** Claim of a token that reaches its own account only; it stays so when the reason is gone, until the next token. */
    static final String ACCOUNT_ONLY = "account_only";

    private static final Duration LONGEST_LIFE = Duration.ofMinutes(15);

    private final TokenConfig config;
    private final SigningKeys keys;
    private final Ids ids;
    private final Clock clock;

    TokenIssuer(TokenConfig config, SigningKeys keys, Ids ids, Clock clock) {
        if (config.accessLife().compareTo(LONGEST_LIFE) > 0) {
            throw new IllegalStateException("karier.token.access-life is at most 15 minutes");
        }
        this.config = config;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    /** Seconds that an access token is good for. */
    long lifeSeconds() {
        return config.accessLife().toSeconds();
    }

    /**
     * Until a password that somebody else chose is changed, or a second factor enrolled that her roles need, the token
     * reaches the account only: enough to do that, too little to see anybody. Whoever has left the service holds the
     * common role.
     */
    String forPerson(Person who, UUID family, boolean accountOnly) {
        var claims = claims(who.id(), who.agency(), who.tokensValidFrom()).claim(FAMILY, family.toString());
        if (accountOnly) {
            return sign(claims.claim(ACCOUNT_ONLY, true).groups(Set.of(Role.ASN.name())));
        }
        if (who.employeeId() != null) {
            claims.claim("employee", who.employeeId().toString());
        }
        var roles = who.restriction() == Restriction.NONE ? who.roles() : Set.of(Role.ASN);
        return sign(claims.groups(roles.stream().map(Role::name).collect(Collectors.toSet())));
    }

    String forMachine(Machine client, Set<String> scopes) {
        return sign(claims(client.id(), client.agency(), client.tokensValidFrom())
                .claim("client_id", client.clientId())
                .claim("scope", String.join(" ", new TreeSet<>(scopes))));
    }

    private JwtClaimsBuilder claims(UUID subject, String agency, @Nullable Instant validFrom) {
        var issued = CurrentRights.issuedAt(validFrom, clock.instant());
        return Jwt.claims()
                .issuer(config.issuer())
                .audience(config.audience())
                .subject(subject.toString())
                .issuedAt(issued)
                .expiresAt(issued.plus(config.accessLife()))
                .claim("jti", ids.next().toString())
                .claim("agency", agency);
    }

    private String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId(keys.activeId()).sign(keys.active());
    }
}
