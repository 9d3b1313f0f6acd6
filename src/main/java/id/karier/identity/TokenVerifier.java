package id.karier.identity;

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
import java.util.HashMap;
import java.util.Map;
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
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Believes a token only when it is signed (RS256 or ES256) by a key of the issuer that it names, is meant for us, and
 * has not expired. Issuers are our own and those of {@link TokenConfig#issuers()}.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class TokenVerifier extends JWTCallerPrincipalFactory {
    private static final AlgorithmConstraints ALGORITHMS = new AlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    private static final int SKEW_SECONDS = 30;

    private final Map<String, JwtConsumerBuilder> builders = new HashMap<>();
    private final SigningKeys keys;
    private final Clock clock;

    TokenVerifier(TokenConfig config, SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        builders.put(
                config.issuer(),
                expecting(config.issuer(), config.audience())
                        .setVerificationKeyResolver((signature, nested) -> ours(signature)));
        for (var outside : config.issuers().values()) {
            builders.put(
                    outside.issuer(),
                    expecting(outside.issuer(), outside.audience())
                            .setVerificationKeyResolver(
                                    new HttpsJwksVerificationKeyResolver(new HttpsJwks(outside.jwksUrl()))));
        }
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo unused) throws ParseException {
        try {
            var consumer = consumer(token);
            var claims = consumer.processToClaims(token);
            return new DefaultJWTCallerPrincipal(token, "JWT", claims);
        } catch (InvalidJwtException | JoseException refused) {
            throw new ParseException("token refused", refused);
        }
    }

    private JwtConsumer consumer(String token) throws JoseException, InvalidJwtException, ParseException {
        var unverified = JsonWebStructure.fromCompactSerialization(token);
        if (!(unverified instanceof JsonWebSignature signature)) {
            throw new ParseException("not a signed token");
        }
        var issuer = org.jose4j.json.JsonUtil.parseJson(signature.getUnverifiedPayload())
                .get("iss");
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

    private static JwtConsumerBuilder expecting(String issuer, String audience) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(ALGORITHMS)
                .setExpectedIssuer(issuer)
                .setExpectedAudience(audience)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS);
    }
}
