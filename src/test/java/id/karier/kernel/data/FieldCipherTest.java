package id.karier.kernel.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Encrypted fields over the years: keys change, what was written stays readable, and only where it was written. */
class FieldCipherTest {
    private static final String NIK = "9999990101000001";
    private static final String PLACE = "employees.nik";
    private static final UUID ROW = new UUID(1, 2);

    private static final Map<String, String> BOTH = Map.of("old", key(1), "new", key(2));

    private final FieldCipher before = cipher("old", Map.of("old", key(1)));
    private final FieldCipher after = cipher("new", BOTH);

    @Test
    void what_the_old_key_sealed_is_read_after_the_rotation() {
        assertThat(after.open(PLACE, ROW, before.seal(PLACE, ROW, NIK))).isEqualTo(NIK);
    }

    @Test
    void what_is_sealed_after_the_rotation_names_the_new_key_and_needs_no_other() {
        var sealed = after.seal(PLACE, ROW, NIK);
        assertThat(new String(sealed, 1, sealed[0], StandardCharsets.UTF_8)).isEqualTo("new");
        assertThat(cipher("new", Map.of("new", key(2))).open(PLACE, ROW, sealed))
                .isEqualTo(NIK);
        assertThatThrownBy(() -> before.open(PLACE, ROW, sealed)).hasMessageContaining("no field key named new");
    }

    @Test
    void another_key_of_the_same_name_opens_nothing() {
        var sealed = before.seal(PLACE, ROW, NIK);
        assertThatThrownBy(() -> cipher("old", Map.of("old", key(3))).open(PLACE, ROW, sealed))
                .hasMessageContaining("cannot decrypt " + PLACE);
    }

    @Test
    void moved_to_another_column_or_row_it_means_nothing() {
        var sealed = after.seal(PLACE, ROW, NIK);
        assertThatThrownBy(() -> after.open("employees.npwp", ROW, sealed))
                .hasMessageContaining("cannot decrypt employees.npwp");
        assertThatThrownBy(() -> after.open(PLACE, new UUID(1, 3), sealed)).hasMessageContaining("cannot decrypt");
    }

    @Test
    void a_changed_bit_is_noticed() {
        var sealed = after.seal(PLACE, ROW, NIK);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> after.open(PLACE, ROW, sealed)).hasMessageContaining("cannot decrypt");
    }

    @Test
    void the_same_text_is_never_sealed_the_same_but_found_the_same() {
        assertThat(after.seal(PLACE, ROW, NIK)).isNotEqualTo(after.seal(PLACE, ROW, NIK));
        assertThat(after.blindIndex(PLACE, NIK))
                .isEqualTo(before.blindIndex(PLACE, NIK))
                .isNotEqualTo(after.blindIndex("employees.npwp", NIK));
    }

    @Test
    void nothing_stays_nothing() {
        assertThat(after.seal(PLACE, ROW, null)).isNull();
        assertThat(after.open(PLACE, ROW, null)).isNull();
        assertThat(after.blindIndex(PLACE, null)).isNull();
    }

    private static String key(int filling) {
        var key = new byte[32];
        java.util.Arrays.fill(key, (byte) filling);
        return Base64.getEncoder().encodeToString(key);
    }

    private static FieldCipher cipher(String active, Map<String, String> keys) {
        try {
            return new FieldCipher(new Secrets(new Secrets.Keys() {
                @Override
                public String master() {
                    return key(9);
                }

                @Override
                public Map<String, String> fieldKeys() {
                    return keys;
                }

                @Override
                public String activeFieldKey() {
                    return active;
                }
            }));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
