package id.karier.kernel.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Civil dates as {@code yyyy-MM-dd} of the years 1000 to 9999: what both engines keep as it was given. */
@Singleton
public class CivilDates implements ObjectMapperCustomizer {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}");

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("civil-dates").addDeserializer(LocalDate.class, new Reader()));
    }

    /** After the framework's own modules, which would else read dates first. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    /** @throws DateTimeException for anything else than a day of the calendar */
    static LocalDate parse(String value) {
        if (!FORM.matcher(value).matches()) {
            throw new DateTimeException("not a civil date");
        }
        return LocalDate.parse(value);
    }

    private static final class Reader extends StdScalarDeserializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
            }
            try {
                return parse(parser.getText());
            } catch (DateTimeException wrong) {
                return (LocalDate)
                        context.handleWeirdStringValue(LocalDate.class, parser.getText(), "not a civil date");
            }
        }
    }
}
