package id.karier.kernel.data;

import com.github.f4b6a3.uuid.codec.StandardBinaryCodec;
import java.util.UUID;

/** Ids as plain JDBC meets them: sixteen bytes, the most significant first, as Hibernate writes them. */
public final class IdColumns {
    private IdColumns() {}

    public static byte[] bytes(UUID id) {
        return StandardBinaryCodec.INSTANCE.encode(id);
    }

    public static UUID id(byte[] stored) {
        return StandardBinaryCodec.INSTANCE.decode(stored);
    }
}
