package id.karier.kernel.data;

import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts single fields at rest (AES-256-GCM). A ciphertext is bound to its table, column and row, so that it means
 * nothing anywhere else; its first bytes name the key, so that keys can be rotated.
 */
@ApplicationScoped
public class FieldCipher {
    private static final String SEALED = "sealed:";

    private final Secrets secrets;
    private final Map<String, AesGcmJce> ciphers = new HashMap<>();

    public FieldCipher(Secrets secrets) throws GeneralSecurityException {
        this.secrets = secrets;
        for (var key : secrets.keys().fieldKeys().entrySet()) {
            ciphers.put(key.getKey(), new AesGcmJce(Base64.getDecoder().decode(key.getValue())));
        }
    }

    /** @param place table and column, for example {@code employees.nik} */
    public byte @Nullable [] seal(String place, UUID row, @Nullable String plain) {
        return plain == null ? null : sealBytes(place, row, plain.getBytes(StandardCharsets.UTF_8));
    }

    public @Nullable String open(String place, UUID row, byte @Nullable [] stored) {
        return stored == null ? null : new String(openBytes(place, row, stored), StandardCharsets.UTF_8);
    }

    /** As {@link #seal}, for content that is no text. */
    public byte[] sealBytes(String place, UUID row, byte[] plain) {
        try {
            var active = secrets.keys().activeFieldKey();
            var sealed = cipher(active).encrypt(plain, binding(place, row));
            var name = active.getBytes(StandardCharsets.UTF_8);
            var stored = new byte[1 + name.length + sealed.length];
            stored[0] = (byte) name.length;
            System.arraycopy(name, 0, stored, 1, name.length);
            System.arraycopy(sealed, 0, stored, 1 + name.length, sealed.length);
            return stored;
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("cannot encrypt " + place, failed);
        }
    }

    public byte[] openBytes(String place, UUID row, byte[] stored) {
        try {
            var key = new String(stored, 1, stored[0], StandardCharsets.UTF_8);
            var sealed = Arrays.copyOfRange(stored, 1 + stored[0], stored.length);
            return cipher(key).decrypt(sealed, binding(place, row));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("cannot decrypt " + place, failed);
        }
    }

    /** As {@link #seal}, for a column of text that older versions left in the clear. */
    public String sealText(String place, UUID row, String plain) {
        return SEALED + Base64.getEncoder().encodeToString(sealBytes(place, row, utf8(plain)));
    }

    /** As {@link #sealText}; what is sealed for this place already stays. */
    public String sealTextOnce(String place, UUID row, String text) {
        return isSealed(place, row, text) ? text : sealText(place, row, text);
    }

    /** Text in the clear, whether it was sealed or comes from an older version. */
    public String openText(String place, UUID row, String stored) {
        var opened = opened(place, row, stored);
        return opened == null ? stored : opened;
    }

    /** Whether text is sealed for a place and row. */
    public boolean isSealed(String place, UUID row, String text) {
        return opened(place, row, text) != null;
    }

    /** Null for text that is not sealed for this place: somebody may have typed in what looks like it. */
    private @Nullable String opened(String place, UUID row, String text) {
        if (!text.startsWith(SEALED)) {
            return null;
        }
        try {
            var stored = Base64.getDecoder().decode(text.substring(SEALED.length()));
            return new String(openBytes(place, row, stored), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException noSeal) {
            return null;
        }
    }

    /** A keyed digest for equality search over an encrypted field. */
    public byte @Nullable [] blindIndex(String place, @Nullable String plain) {
        return plain == null ? null : secrets.hmac("blind:" + place, plain.getBytes(StandardCharsets.UTF_8));
    }

    private AesGcmJce cipher(String key) {
        var cipher = ciphers.get(key);
        if (cipher == null) {
            throw new IllegalStateException("no field key named " + key);
        }
        return cipher;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] binding(String place, UUID row) {
        return (place + '/' + row).getBytes(StandardCharsets.UTF_8);
    }
}
