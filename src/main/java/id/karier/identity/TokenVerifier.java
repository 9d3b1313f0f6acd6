package id.karier.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.karier.identity.TokenConfig.ExternalIssuer;
import io.quarkus.runtime.Startup;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.net.URI;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jose4j.http.Get;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Believes a token only when it is signed (RS256 or ES256) by a key of the issuer that it names, is meant for us, and
 * has not expired. Issuers are our own and those of {@link TokenConfig#issuers()}; what a token from outside says about
 * roles and agencies is never looked at.
 */
@Startup
@ApplicationScoped
@Alternative
@Priority(1)
public class TokenVerifier extends JWTCallerPrincipalFactory {
    private static final AlgorithmConstraints ALGORITHMS = new AlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    private static final int SKEW_SECONDS = 30;
    /** A key that is withdrawn stops working within this time. */
    private static final Duration BELIEVED_FOR = Duration.ofMinutes(1);

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Map<String, JwtConsumerBuilder> builders = new HashMap<>();
    /** Tokens whose signature was checked a moment ago: a device sends the same one with every request. */
    private final Cache<String, JWTCallerPrincipal> believed = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(BELIEVED_FOR)
            .build();

    private final SigningKeys keys;
    private final Clock clock;

    TokenVerifier(TokenConfig config, SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        builders.put(
                config.issuer(), expecting(config.issuer(), config.audience(), (signature, nested) -> ours(signature)));
        for (var outside : config.issuers().values()) {
            var resolver = new HttpsJwksVerificationKeyResolver(published(outside));
            if (builders.put(outside.issuer(), expecting(outside.issuer(), outside.audience(), resolver)) != null) {
                throw new IllegalStateException("karier.token.issuers names the issuer twice: " + outside.issuer());
            }
        }
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo unused) throws ParseException {
        var known = believed.getIfPresent(token);
        if (known != null && clock.instant().getEpochSecond() < known.getExpirationTime() + SKEW_SECONDS) {
            return known;
        }
        var caller = verify(token);
        believed.put(token, caller);
        return caller;
    }

    private JWTCallerPrincipal verify(String token) throws ParseException {
        try {
            var claims = consumer(token).processToClaims(token);
            if (claims.hasClaim("groups") && !claims.isClaimValueStringList("groups")) {
                throw new ParseException("groups are no list");
            }
            return new DefaultJWTCallerPrincipal(token, "JWT", claims);
        } catch (InvalidJwtException | JoseException | RuntimeException refused) {
            throw new ParseException("token refused", refused);
        }
    }

    private JwtConsumer consumer(String token) throws JoseException, ParseException {
        if (!(JsonWebStructure.fromCompactSerialization(token) instanceof JsonWebSignature signature)) {
            throw new ParseException("not a signed token");
        }
        var issuer = JsonUtil.parseJson(signature.getUnverifiedPayload()).get("iss");
        var builder = issuer instanceof String name ? builders.get(name) : null;
        if (builder == null) {
            throw new ParseException("unknown issuer");
        }
        synchronized (builder) {
            return builder.setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .build();
        }
    }

    private Key ours(JsonWebSignature signature) throws UnresolvableKeyException {
        var key = keys.publicKey(signature.getKeyIdHeaderValue());
        if (key == null) {
            throw new UnresolvableKeyException("unknown key");
        }
        return key;
    }

    private static JwtConsumerBuilder expecting(String issuer, String audience, VerificationKeyResolver resolver) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(ALGORITHMS)
                .setExpectedIssuer(issuer)
                .setExpectedAudience(audience)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setVerificationKeyResolver(resolver);
    }

    /**
     * The keys of an issuer outside: fetched when first needed and again when a token names an unknown one, but not for
     * every forged token; while the issuer is silent its last keys are believed for a day.
     */
    private static HttpsJwks published(ExternalIssuer outside) {
        var address = URI.create(outside.jwksUrl());
        boolean safe = "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(String.valueOf(address.getHost())));
        if (!safe) {
            throw new IllegalStateException("karier.token.issuers.*.jwks-url must be https: " + outside.jwksUrl());
        }
        var http = new Get();
        http.setConnectTimeout(2000);
        http.setReadTimeout(3000);
        http.setRetries(1);
        http.setResponseBodySizeLimit(200_000);
        var published = new HttpsJwks(outside.jwksUrl());
        published.setSimpleHttpGet(http);
        published.setDefaultCacheDuration(Duration.ofHours(1).toSeconds());
        published.setRetainCacheOnErrorDuration(Duration.ofDays(1).toSeconds());
        published.setRefreshReprieveThreshold(Duration.ofSeconds(2).toMillis());
        return published;
    }
}
