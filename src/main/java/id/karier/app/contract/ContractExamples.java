package id.karier.app.contract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Composes the example of a whole body from the examples of its members, where the operation has none of its own. */
final class ContractExamples {
    private static final Map<String, String> BY_FORMAT = Map.of(
            "uuid", "01980a52-7c1e-7000-8000-000000000001",
            "date", "2026-04-01",
            "date-time", "2026-04-01T02:15:30Z",
            "uri", "https://karier.example.id/api/v1/me");

    private final OpenAPI api;

    ContractExamples(OpenAPI api) {
        this.api = api;
    }

    void compose() {
        borrow();
        for (var item : api.getPaths().getPathItems().values()) {
            for (var operation : item.getOperations().values()) {
                if (operation.getRequestBody() != null) {
                    compose(operation.getRequestBody().getContent());
                }
                operation.getResponses().getAPIResponses().values().forEach(r -> compose(r.getContent()));
            }
        }
    }

    /** A member or parameter that says nothing means what its namesake elsewhere says. */
    private void borrow() {
        var schemas = api.getComponents().getSchemas();
        var texts = new HashMap<String, Object>();
        members(schemas, (name, member) -> {
            if (member.getExamples() != null && !member.getExamples().isEmpty()) {
                texts.putIfAbsent(name, member.getExamples().get(0));
            }
        });
        members(schemas, (name, member) -> {
            boolean text = member.getType() != null && member.getType().contains(SchemaType.STRING);
            boolean said =
                    member.getExamples() != null || member.getFormat() != null || member.getEnumeration() != null;
            if (text && !said && texts.containsKey(name)) {
                member.addExample(texts.get(name));
            }
        });
        var sentences = new HashMap<String, String>();
        parameters()
                .filter(p -> p.getDescription() != null)
                .forEach(p -> sentences.putIfAbsent(p.getName(), p.getDescription()));
        parameters().forEach(p -> {
            if (p.getDescription() == null) {
                p.setDescription(sentences.get(p.getName()));
            }
            boolean list = p.getSchema() != null
                    && p.getSchema().getType() != null
                    && p.getSchema().getType().contains(SchemaType.ARRAY);
            if (list && p.getExample() != null && !(p.getExample() instanceof List)) {
                p.setExample(List.of(p.getExample()));
            }
        });
    }

    private Stream<Parameter> parameters() {
        return api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .filter(parameter -> parameter.getRef() == null);
    }

    private static void members(Map<String, Schema> schemas, BiConsumer<String, Schema> visit) {
        new TreeMap<>(schemas)
                .values().stream()
                        .filter(schema -> schema.getProperties() != null)
                        .forEach(schema -> schema.getProperties().forEach(visit));
    }

    private void compose(@Nullable Content content) {
        if (content != null) {
            content.getMediaTypes().values().forEach(this::compose);
            var form = content.getMediaType("application/x-www-form-urlencoded");
            if (form != null && form.getExamples() != null) {
                form.getExamples().values().stream()
                        .filter(example -> example.getValue() instanceof String)
                        .forEach(example -> example.setValue(fields(String.valueOf(example.getValue()))));
            }
        }
    }

    /** The schema of a form is an object, so its example is one too. */
    private static Map<String, String> fields(String form) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : form.split("&", -1)) {
            int sign = field.indexOf('=');
            fields.put(field.substring(0, sign), URLDecoder.decode(field.substring(sign + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }

    private void compose(MediaType media) {
        if (media.getSchema() != null && media.getExample() == null && media.getExamples() == null) {
            var example = example(media.getSchema(), new HashSet<>());
            if (example != null) {
                media.setExample(example);
            }
        }
    }

    private @Nullable Object example(Schema schema, Set<String> within) {
        if (schema.getRef() != null) {
            var name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            var target = api.getComponents().getSchemas().get(name);
            if (target == null || !within.add(name)) {
                return null;
            }
            var example = example(target, within);
            within.remove(name);
            return example;
        }
        if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
            return schema.getExamples().get(0);
        }
        if (schema.getExample() != null) {
            return schema.getExample();
        }
        if (schema.getConstValue() != null) {
            return schema.getConstValue();
        }
        if (schema.getEnumeration() != null && !schema.getEnumeration().isEmpty()) {
            return schema.getEnumeration().get(0);
        }
        if (schema.getOneOf() != null || schema.getAnyOf() != null) {
            var choices = schema.getOneOf() == null ? schema.getAnyOf() : schema.getOneOf();
            return example(choices.get(0), within);
        }
        if (schema.getAllOf() != null) {
            var whole = new LinkedHashMap<String, @Nullable Object>();
            for (var part : schema.getAllOf()) {
                if (example(part, within) instanceof Map<?, ?> members) {
                    members.forEach((k, v) -> whole.put(String.valueOf(k), v));
                }
            }
            return whole;
        }
        return byType(schema, within);
    }

    private @Nullable Object byType(Schema schema, Set<String> within) {
        var types = schema.getType() == null ? List.<SchemaType>of() : schema.getType();
        if (schema.getProperties() != null) {
            var members = new LinkedHashMap<String, Object>();
            schema.getProperties().forEach((name, member) -> {
                var example = example(member, within);
                if (example != null) {
                    members.put(name, example);
                }
            });
            return members;
        }
        if (types.contains(SchemaType.ARRAY) && schema.getItems() != null) {
            var item = example(schema.getItems(), within);
            return item == null ? List.of() : List.of(item);
        }
        if (types.contains(SchemaType.STRING)) {
            return BY_FORMAT.get(String.valueOf(schema.getFormat()));
        }
        if (types.contains(SchemaType.BOOLEAN)) {
            return true;
        }
        if (types.contains(SchemaType.INTEGER) || types.contains(SchemaType.NUMBER)) {
            var least = schema.getMinimum();
            return least != null && least.signum() > 0 ? least : 1;
        }
        return types.contains(SchemaType.OBJECT) ? Map.of() : null;
    }
}
