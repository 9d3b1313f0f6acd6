package id.karier.kernel.data;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keys from configuration, and the message authentication that is made with them. */
@ApplicationScoped
public class Secrets {
    /** {@code karier.secrets.*}: base64 of 32 random bytes each. */
    @ConfigMapping(prefix = "karier.secrets")
    public interface Keys {
        /** The key that cursors are signed and blind indexes are made with. */
        String master();

        /** Keys of field encryption by name; the active one encrypts, all decrypt. */
        @WithName("field-keys")
        Map<String, String> fieldKeys();

        @WithName("active-field-key")
        String activeFieldKey();
    }

    private final Keys keys;

    public Secrets(Keys keys) {
        this.keys = keys;
    }

    public Keys keys() {
        return keys;
    }

    /** HMAC-SHA256 under a key that is derived from the master key for one purpose. */
    public byte[] hmac(String purpose, byte[] message) {
        var derived = mac(Base64.getDecoder().decode(keys.master()), purpose.getBytes(StandardCharsets.UTF_8));
        return mac(derived, message);
    }

    private static byte[] mac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
