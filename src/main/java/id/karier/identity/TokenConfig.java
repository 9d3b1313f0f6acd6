package id.karier.identity;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** {@code karier.token.*}: how tokens are made and which are believed. */
@ConfigMapping(prefix = "karier.token")
public interface TokenConfig {
    /** {@code iss} of our own tokens. */
    String issuer();

    /** {@code aud} that a token must carry, our own or an outside issuer's. */
    String audience();

    Duration accessLife();

    Duration refreshLife();

    /** PKCS#8 PEM file of the RSA key that signs; without it one is made in the data folder at the first start. */
    Optional<String> signingKey();

    /**
     * X.509 PEM files of other public keys, by any label: keys that signed earlier, until their tokens have expired, and
     * keys that will sign soon. Their {@code kid} is made from the key, as that of the signing key is.
     */
    Map<String, String> earlierKeys();

    /** Outside issuers by a name of ours. */
    Map<String, ExternalIssuer> issuers();

    /** An agency's own sign-on, or the national one. */
    interface ExternalIssuer {
        String issuer();

        /** Address of its public keys. */
        String jwksUrl();

        /** {@code aud} that its tokens carry for us. */
        String audience();

        /** Code of the agency whose accounts it signs in; {@code *} for every agency. */
        String agency();

        /** The claim that holds the account's user name; without it, accounts are found by {@code sub}. */
        Optional<String> usernameClaim();
    }
}
