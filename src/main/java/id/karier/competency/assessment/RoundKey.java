package id.karier.competency.assessment;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.PrfHmacJce;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one round: seals what is said, and turns a rater into a token that nothing else connects with her. When it is
 * destroyed, neither can be undone.
 */
final class RoundKey {
    /** Half of it seals, half of it makes tokens. */
    static final int LENGTH = 64;

    private static final int TOKEN_LENGTH = 32;

    private final AesGcmJce cipher;
    private final PrfHmacJce tokens;

    RoundKey(byte[] key) {
        try {
            cipher = new AesGcmJce(Arrays.copyOfRange(key, 0, LENGTH / 2));
            tokens = new PrfHmacJce("HMACSHA256", new SecretKeySpec(key, LENGTH / 2, LENGTH / 2, "HMAC"));
        } catch (GeneralSecurityException unknown) {
            throw new IllegalStateException(unknown);
        }
    }

    byte[] token(UUID rater) {
        try {
            return tokens.compute(bytes(rater), TOKEN_LENGTH);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("no token could be made", failed);
        }
    }

    byte[] seal(UUID participant, byte[] plain) {
        try {
            return cipher.encrypt(plain, bytes(participant));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("a submission could not be sealed", failed);
        }
    }

    byte[] open(UUID participant, byte[] sealed) {
        try {
            return cipher.decrypt(sealed, bytes(participant));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("a submission could not be opened", failed);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
