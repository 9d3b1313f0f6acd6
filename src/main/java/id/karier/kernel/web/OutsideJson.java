package id.karier.kernel.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import id.karier.kernel.PlainText;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How JSON from outside is read, wherever it comes from: bodies of requests through the framework, files of imports through
 * {@link #ofImports}. What we wrote ourselves is read with the application's own mapper.
 */
@Provider
@Singleton
public class OutsideJson implements ContextResolver<ObjectMapper> {
    private final ObjectMapper mapper;
    private final ObjectReader ofImports;

    OutsideJson(
            ObjectMapper json,
            @ConfigProperty(name = "karier.limits.json-depth") int depth,
            @ConfigProperty(name = "karier.limits.json-digits") int digits,
            @ConfigProperty(name = "karier.limits.json-text") int text,
            @ConfigProperty(name = "karier.limits.json-items") int items) {
        var requests = new BoundedJsonFactory.Bounds(depth, digits, text, items, true);
        mapper = json.copyWith(new BoundedJsonFactory(requests));
        mapper.registerModule(new SimpleModule("tidy-texts").addDeserializer(String.class, new TidyText(false)));
        mapper.registerModule(UnknownMembers.module());
        var rows = new BoundedJsonFactory.Bounds(depth, digits, Integer.MAX_VALUE, Integer.MAX_VALUE, false);
        ofImports = json.copyWith(new BoundedJsonFactory(rows)).reader();
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return mapper;
    }

    /** Reads and merges what belongs to a request. */
    ObjectMapper mapper() {
        return mapper;
    }

    /** Reads rows of files, whose size is bounded by the import: its texts are cleaned later. */
    public ObjectReader ofImports() {
        return ofImports;
    }

    /** A text as it will be stored and compared; what it may not hold, the parser has refused already. */
    private static final class TidyText extends StdScalarDeserializer<String> implements ContextualDeserializer {
        private static final long serialVersionUID = 1L;

        private final boolean verbatim;

        TidyText(boolean verbatim) {
            super(String.class);
            this.verbatim = verbatim;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            return new TidyText(property != null && property.getAnnotation(Verbatim.class) != null);
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = StringDeserializer.instance.deserialize(parser, context);
            return text == null || verbatim ? text : PlainText.tidy(text);
        }
    }
}
