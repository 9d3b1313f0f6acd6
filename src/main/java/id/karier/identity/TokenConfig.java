package id.karier.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
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

    /** A refresh token that nobody uses ends after so long. */
    Duration refreshLife();

    /** A sign-in ends after so long, however often its tokens were renewed. */
    @WithDefault("90D")
    Duration sessionLife();

    /** A refresh token may be sent again for so long, because its answer was lost, and gets the same successor. */
    @WithDefault("30S")
    Duration refreshRepeats();

    /** PKCS#8 PEM file of the RSA key that signs; without it one is made in the data folder at the first start. */
    Optional<String> signingKey();

    /**
     * X.509 PEM files of other public keys, by any label: keys that signed earlier, until their tokens have expired, and
     * keys that will sign soon. Their {@code kid} is made from the key, as that of the signing key is.
     */
    Map<String, String> earlierKeys();

    /** Outside issuers by a name of ours. */
    Map<String, ExternalIssuer> issuers();

    /** An agency's own sign-on, or the national one; {@code src/docs/sign-on.md} tells of each key. */
    interface ExternalIssuer {
        /** {@code iss} of its tokens, letter by letter. */
        String issuer();

        /** Address of its public keys. */
        String jwksUrl();

        /** {@code aud} that its tokens carry for us. */
        String audience();

        /** Code of the agency whose accounts it signs in; {@code *} for every agency. */
        String agency();

        /** The claim that holds the account's user name; without it, accounts are found by {@code sub}. */
        Optional<String> usernameClaim();

        /**
         * The claim that holds the code of the person's agency, for an issuer of every agency: without it any agency's
         * administrator could bind another agency's person to an account of her own making.
         */
        Optional<String> agencyClaim();

        /** A token of it that lives longer is refused. */
        @WithDefault("1H")
        Duration longestLife();
    }
}
