package id.karier.kernel.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import id.karier.kernel.FieldError;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells all members of a body that nobody knows in one answer, where Jackson stops at the first. */
final class UnknownMembers extends DeserializationProblemHandler {
    private UnknownMembers() {}

    /** What makes a mapper tell them. */
    static SimpleModule module() {
        var module = new SimpleModule("unknown-members") {
            private static final long serialVersionUID = 1L;

            @Override
            public void setupModule(SetupContext context) {
                super.setupModule(context);
                context.addDeserializationProblemHandler(new UnknownMembers());
            }
        };
        module.setDeserializerModifier(new Watching());
        return module;
    }

    /** The objects that are being read now, each with its place in the body, and what was unknown in them. */
    private static final class Reading {
        private final Deque<JsonPointer> places = new ArrayDeque<>();
        private final List<FieldError> unknown = new ArrayList<>();
    }

    /** A body was read whole, and holds members that are not known. */
    static final class Found extends MismatchedInputException {
        private static final long serialVersionUID = 1L;

        private final transient List<FieldError> errors;

        Found(JsonParser parser, List<FieldError> errors) {
            super(parser, "unknown members");
            this.errors = errors.stream()
                    .sorted(Comparator.comparing(FieldError::pointer))
                    .toList();
        }

        List<FieldError> errors() {
            return errors;
        }
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String name)
            throws IOException {
        if (!(context.getAttribute(Reading.class) instanceof Reading reading)) {
            return false;
        }
        var place = reading.places.element().appendProperty(name).toString();
        reading.unknown.add(Expected.member(place, deserializer.getKnownPropertyNames()));
        parser.skipChildren();
        return true;
    }

    private static final class Watching extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
            return deserializer instanceof BeanDeserializerBase ? new Watched(deserializer) : deserializer;
        }
    }

    private static final class Watched extends DelegatingDeserializer {
        private static final long serialVersionUID = 1L;

        Watched(JsonDeserializer<?> deserializer) {
            super(deserializer);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> deserializer) {
            return new Watched(deserializer);
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.START_OBJECT)) {
                return super.deserialize(parser, context);
            }
            var outer = context.getAttribute(Reading.class) instanceof Reading known ? known : null;
            var reading = outer == null ? new Reading() : outer;
            context.setAttribute(Reading.class, reading);
            reading.places.push(parser.getParsingContext().pathAsPointer());
            try {
                var read = super.deserialize(parser, context);
                if (outer == null && !reading.unknown.isEmpty()) {
                    throw new Found(parser, reading.unknown);
                }
                return read;
            } finally {
                reading.places.pop();
                if (outer == null) {
                    context.setAttribute(Reading.class, null);
                }
            }
        }
    }
}
