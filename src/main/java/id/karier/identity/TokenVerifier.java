package id.karier.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.karier.identity.IssuerKeys.SilentException;
import id.karier.identity.OutsideIssuers.Outside;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.ProblemException;
import io.quarkus.runtime.Startup;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Believes a token only when it is an access token, signed (RS256 or ES256) by a key of the issuer that it names, is
 * meant for us, and has not expired. Issuers are our own and those of {@link OutsideIssuers}; what a token from outside
 * says about roles is never looked at.
 */
@Startup
@ApplicationScoped
@Alternative
@Priority(1)
public class TokenVerifier extends JWTCallerPrincipalFactory {
    private static final Logger LOG = Logger.getLogger(TokenVerifier.class);
    private static final AlgorithmConstraints ALGORITHMS = new AlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    private static final int SKEW_SECONDS = 30;
    private static final Duration BELIEVED_FOR = Duration.ofMinutes(1);
    /** A mistake in somebody's sign-on is told once in this time, not with every token that shows it. */
    private static final Duration TOLD_AGAIN = Duration.ofMinutes(10);

    private static final int COME_AGAIN_SECONDS = 2;

    /** Tokens whose signature was checked a moment ago: a device sends the same one with every request. */
    private final Cache<String, Believed> believed = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(BELIEVED_FOR)
            .build();

    private final Cache<String, Boolean> told =
            Caffeine.newBuilder().maximumSize(1000).expireAfterWrite(TOLD_AGAIN).build();

    private final TokenConfig config;
    private final SigningKeys keys;
    private final OutsideIssuers issuers;
    private final Clock clock;
    private final int depth;

    TokenVerifier(
            TokenConfig config,
            SigningKeys keys,
            OutsideIssuers issuers,
            Clock clock,
            @ConfigProperty(name = "karier.limits.json-depth") int depth) {
        this.config = config;
        this.keys = keys;
        this.issuers = issuers;
        this.clock = clock;
        this.depth = depth;
    }

    /** @param outside where it came from and the key that signed it, or null when it is ours */
    private record Believed(
            JWTCallerPrincipal caller, @Nullable Outside outside, Key key) {
        /** A token that was believed a moment ago ends with the key that signed it. */
        boolean isStillSigned() {
            return outside == null || outside.keys().holds(key);
        }
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo unused) throws ParseException {
        var known = believed.getIfPresent(token);
        if (known != null
                && known.isStillSigned()
                && clock.instant().getEpochSecond() - SKEW_SECONDS
                        < known.caller().getExpirationTime()) {
            return known.caller();
        }
        var now = verify(token);
        believed.put(token, now);
        return now.caller();
    }

    private Believed verify(String token) throws ParseException {
        JsonWebSignature signature;
        Object issuer;
        try {
            TokenShape.requireCanonical(token);
            TokenShape.requireShallow(token, depth);
            if (!(JsonWebStructure.fromCompactSerialization(token) instanceof JsonWebSignature signed)) {
                throw new ParseException("not a signed token");
            }
            signature = signed;
            issuer = JsonUtil.parseJson(signature.getUnverifiedPayload()).get("iss");
        } catch (JoseException | RuntimeException | StackOverflowError unreadable) {
            throw new ParseException("not a token", unreadable);
        }
        if (config.issuer().equals(issuer)) {
            return ours(token, signature);
        }
        var outside = issuer instanceof String address ? issuers.at(address) : null;
        if (outside == null) {
            throw new ParseException("unknown issuer");
        }
        return of(outside, token, signature);
    }

    private Believed ours(String token, JsonWebSignature signature) throws ParseException {
        try {
            var key = keys.publicKey(signature.getKeyIdHeaderValue());
            if (key == null) {
                throw new ParseException("unknown key");
            }
            var claims = claims(token, config.issuer(), config.audience(), key);
            if (!TokenShape.isAccessToken(type(signature), claims.getClaimsMap())
                    || (claims.hasClaim("groups") && !claims.isClaimValueStringList("groups"))) {
                throw new ParseException("no access token");
            }
            return new Believed(new DefaultJWTCallerPrincipal(token, "JWT", claims), null, key);
        } catch (InvalidJwtException | RuntimeException | StackOverflowError refused) {
            throw new ParseException("token refused", refused);
        }
    }

    private Believed of(Outside issuer, String token, JsonWebSignature signature) throws ParseException {
        try {
            if (!TokenShape.isOurAlgorithm(signature.getAlgorithmHeaderValue())) {
                throw refused(issuer, "they are signed with another algorithm than RS256 or ES256", null);
            }
            var key = issuer.keys().find(signature);
            if (key == null) {
                throw refused(issuer, null, null);
            }
            var claims = claims(token, issuer.config().issuer(), issuer.config().audience(), key);
            if (!TokenShape.isAccessToken(type(signature), claims.getClaimsMap())) {
                throw refused(issuer, "they are no access tokens (typ)", null);
            }
            if (livesTooLong(claims, issuer.config().longestLife())) {
                throw refused(issuer, "they live longer than longest-life", null);
            }
            claims.unsetClaim("groups");
            return new Believed(new DefaultJWTCallerPrincipal(token, "JWT", claims), issuer, key);
        } catch (SilentException silent) {
            throw new ParseException(
                    "issuer is silent", ProblemException.retryLater(ErrorCode.UNAVAILABLE, COME_AGAIN_SECONDS, null));
        } catch (InvalidJwtException invalid) {
            boolean elsewhere = invalid.hasErrorCode(ErrorCodes.AUDIENCE_INVALID)
                    || invalid.hasErrorCode(ErrorCodes.AUDIENCE_MISSING);
            throw refused(
                    issuer,
                    elsewhere ? "their aud does not name " + issuer.config().audience() : null,
                    invalid);
        } catch (MalformedClaimException | JoseException | RuntimeException | StackOverflowError unreadable) {
            throw refused(issuer, null, unreadable);
        }
    }

    private JwtClaims claims(String token, String issuer, String audience, Key key) throws InvalidJwtException {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(ALGORITHMS)
                .setExpectedIssuer(issuer)
                .setExpectedAudience(audience)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .setVerificationKey(key)
                .build()
                .processToClaims(token);
    }

    /** From when it was issued, where it says so, and from now: whoever signs it cannot stretch it either way. */
    private boolean livesTooLong(JwtClaims claims, Duration longest) throws MalformedClaimException {
        long end = claims.getExpirationTime().getValue();
        var issued = claims.getIssuedAt();
        return end > clock.instant().getEpochSecond() + longest.toSeconds() + SKEW_SECONDS
                || (issued != null && end - longest.toSeconds() > issued.getValue());
    }

    private static @Nullable Object type(JsonWebSignature signature) {
        return signature.getHeaders().getObjectHeaderValue("typ");
    }

    /**
     * @param mistake what the operator of the sign-on should mend, or null when it is only a bad token; none of it comes
     *     out of the token
     */
    private ParseException refused(Outside issuer, @Nullable String mistake, @Nullable Throwable cause) {
        if (mistake != null && told.asMap().putIfAbsent(issuer.name() + '\n' + mistake, true) == null) {
            LOG.warnf("tokens of issuer %s are refused: %s", issuer.name(), mistake);
        }
        var problem = ProblemException.saying(
                ErrorCode.INVALID_TOKEN,
                "identity.refusal.OUTSIDE_TOKEN",
                issuer.config().issuer());
        if (cause != null) {
            problem.addSuppressed(cause);
        }
        return new ParseException("token refused", problem);
    }
}
