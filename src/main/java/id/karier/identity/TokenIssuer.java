package id.karier.identity;

import id.karier.identity.IdentityQueries.Machine;
import id.karier.identity.IdentityQueries.Person;
import id.karier.kernel.Ids;
import id.karier.kernel.Role;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes and signs access tokens. */
@ApplicationScoped
public class TokenIssuer {
    /** Claim that names the token family of the sign-in. */
    static final String FAMILY = "sid";

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
     * Until a password that somebody else chose is changed, the token is of the role ASN without a record: enough to
     * change the password, too little to see anybody.
     */
    String forPerson(Person who, UUID family) {
        var claims = claims(who.id(), who.agency()).claim(FAMILY, family.toString());
        var roles = who.mustChangePassword() ? Set.of(Role.ASN) : who.roles();
        if (who.employeeId() != null && !who.mustChangePassword()) {
            claims.claim("employee", who.employeeId().toString());
        }
        return sign(claims.groups(roles.stream().map(Role::name).collect(Collectors.toSet())));
    }

    String forMachine(Machine client, Set<String> scopes) {
        return sign(claims(client.id(), client.agency())
                .claim("client_id", client.clientId())
                .claim("scope", String.join(" ", new TreeSet<>(scopes))));
    }

    private JwtClaimsBuilder claims(UUID subject, String agency) {
        var now = clock.instant();
        return Jwt.claims()
                .issuer(config.issuer())
                .audience(config.audience())
                .subject(subject.toString())
                .issuedAt(now)
                .expiresAt(now.plus(config.accessLife()))
                .claim("jti", ids.next().toString())
                .claim("agency", agency);
    }

    private String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId(keys.activeId()).sign(keys.active());
    }
}
