package id.karier.testing;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** A device that shows one-time codes. */
public final class OneTimeCodes {
    public static final String SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    private OneTimeCodes() {}

    /** What a device with {@link #SECRET} shows now. */
    public static String now() {
        return at(SECRET, Instant.now());
    }

    public static String at(String secret, Instant moment) {
        try {
            var codes = new TimeBasedOneTimePasswordGenerator();
            var key = new SecretKeySpec(new Base32().decode(secret), codes.getAlgorithm());
            return codes.generateOneTimePasswordString(key, moment);
        } catch (InvalidKeyException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
