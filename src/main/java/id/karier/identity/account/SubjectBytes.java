package id.karier.identity.account;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The subject of an issuer outside as the bytes by which it is compared. */
@Converter
class SubjectBytes implements AttributeConverter<@Nullable String, byte @Nullable []> {
    @Override
    public byte @Nullable [] convertToDatabaseColumn(@Nullable String subject) {
        return subject == null ? null : subject.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable String convertToEntityAttribute(byte @Nullable [] column) {
        return column == null ? null : new String(column, StandardCharsets.UTF_8);
    }
}
