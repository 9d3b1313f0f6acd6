package id.karier.kernel.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.CollectionType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * A list that is read into a set holds each item once. The contract says {@code uniqueItems} of every such list, because it
 * is written from the same type; so a list with an item twice is refused, and not shortened without a word.
 */
@Singleton
public class UniqueItems implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("unique-items").setDeserializerModifier(new Modifier()));
    }

    /** An item that was sent before in the same list. */
    static final class ItemTwiceException extends JsonMappingException {
        private static final long serialVersionUID = 1L;

        ItemTwiceException(JsonParser parser) {
            super(parser, "item twice");
        }
    }

    private static final class Modifier extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyCollectionDeserializer(
                DeserializationConfig config,
                CollectionType type,
                BeanDescription description,
                JsonDeserializer<?> reader) {
            return Set.class.isAssignableFrom(type.getRawClass()) ? new Reader(reader) : reader;
        }
    }

    private static final class Reader extends DelegatingDeserializer {
        private static final long serialVersionUID = 1L;

        Reader(JsonDeserializer<?> reader) {
            super(reader);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
            return new Reader(reader);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                return super.deserialize(parser, context);
            }
            try (var items = context.bufferAsCopyOfValue(parser)) {
                try (var look = items.asParserOnFirstToken()) {
                    requireEachOnce(context.readTree(look), parser);
                }
                try (var again = items.asParserOnFirstToken()) {
                    return super.deserialize(again, context);
                }
            }
        }

        private static void requireEachOnce(JsonNode items, JsonParser parser) throws ItemTwiceException {
            var seen = new HashSet<JsonNode>();
            for (int i = 0; i < items.size(); i++) {
                if (!seen.add(items.get(i))) {
                    var twice = new ItemTwiceException(parser);
                    twice.prependPath(Set.class, i);
                    throw twice;
                }
            }
        }
    }
}
