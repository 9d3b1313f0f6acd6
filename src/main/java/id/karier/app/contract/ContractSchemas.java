package id.karier.app.contract;

import id.karier.kernel.web.PageRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * Says in the schemas what the types and the server already hold to: the length of a date, the range of an integer, no
 * body over the limit, no unknown member in a request, no absent member in an answer unless it may be null.
 */
final class ContractSchemas {
    /** {@code karier.limits.body-bytes}: nothing in a body is longer than the body. */
    private static final int BODY = 1_048_576;

    /** 2^53 - 1: beyond it a tool that reads numbers as JavaScript does writes others; nothing here counts so far. */
    private static final long WIDEST = 9_007_199_254_740_991L;

    private static final Map<String, Integer> LENGTHS =
            Map.of("uuid", 36, "date", 10, "date-time", 30, "email", 254, "uri", 2000);

    /** JSON that this contract does not describe: a calculator's request, a rule set's body. */
    private static final Set<String> ANY_JSON = Set.of("JsonNode", "ObjectNode");

    private final OpenAPI api;
    private final ContractSource source;
    private final Map<String, Schema> named;

    ContractSchemas(OpenAPI api, ContractSource source) {
        this.api = api;
        this.source = source;
        var schemas = api.getComponents().getSchemas();
        this.named = schemas == null ? Map.of() : new TreeMap<>(schemas);
    }

    void complete() {
        every(ContractSchemas::refer);
        every(ContractSchemas::open);
        api.getPaths().getPathItems().values().stream()
                .map(PathItem::getPATCH)
                .filter(patch -> patch != null && patch.getRequestBody() != null)
                .flatMap(patch -> patch.getRequestBody().getContent().getMediaTypes().values().stream())
                .filter(media -> media.getSchema() != null && media.getSchema().getRef() != null)
                .forEach(media -> media.setSchema(OASFactory.createSchema().ref(patchOf(media.getSchema()))));
        var asked = new HashSet<String>();
        var answered = new HashSet<>(List.of("Problem", "ProblemPlace"));
        for (var operation : operations().toList()) {
            contents(
                            operation.getRequestBody() == null
                                    ? null
                                    : operation.getRequestBody().getContent())
                    .forEach(s -> reach(s, asked));
            if (operation.getParameters() != null) {
                operation.getParameters().stream()
                        .filter(p -> p.getSchema() != null)
                        .forEach(p -> reach(p.getSchema(), answered));
            }
            if (operation.getResponses() != null) {
                operation.getResponses().getAPIResponses().values().stream()
                        .flatMap(r -> contents(r.getContent()))
                        .forEach(s -> reach(s, answered));
            }
        }
        named.forEach((name, schema) -> {
            if (asked.contains(name)) {
                refuseUnknownMembers(schema);
            } else if (answered.contains(name)) {
                requirePresent(name, schema);
            }
        });
        named.keySet().stream()
                .filter(name -> !asked.contains(name) && !answered.contains(name))
                .toList()
                .forEach(api.getComponents()::removeSchema);
        every(ContractSchemas::bound);
    }

    /** What constrains is said where a reference leads: generators refuse, or forget the type of, what says it twice. */
    private static void refer(Schema schema) {
        if (schema.getRef() != null) {
            schema.setType(null);
            schema.setAdditionalPropertiesSchema(null);
        }
    }

    /** A merge patch sends what it changes, and null for what it clears. */
    private String patchOf(Schema whole) {
        var name = nameOf(whole);
        var patch = name + "Patch";
        var schema = named.get(name);
        if (schema == null || schema.getProperties() == null) {
            return name;
        }
        if (!named.containsKey(patch)) {
            var members = new LinkedHashMap<String, Schema>();
            var required = schema.getRequired() == null ? List.<String>of() : schema.getRequired();
            schema.getProperties()
                    .forEach((member, type) -> members.put(member, required.contains(member) ? type : clearable(type)));
            var made = OASFactory.createSchema()
                    .addType(SchemaType.OBJECT)
                    .description("Hanya anggota yang diubah; null mengosongkan.")
                    .properties(members);
            named.put(patch, made);
            api.getComponents().addSchema(patch, made);
        }
        return patch;
    }

    private static Schema clearable(Schema type) {
        if (type.getRef() != null || type.getType() == null) {
            return OASFactory.createSchema()
                    .description(type.getDescription())
                    .examples(type.getExamples())
                    .addAnyOf(OASFactory.createSchema().ref(type.getRef()))
                    .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
        }
        var clearable = OASFactory.createSchema();
        clearable.setAll(type.getAll());
        clearable.setType(List.of(type.getType().get(0), SchemaType.NULL));
        return clearable;
    }

    private static String nameOf(Schema reference) {
        return reference.getRef().substring(reference.getRef().lastIndexOf('/') + 1);
    }

    private Stream<Operation> operations() {
        return api.getPaths().getPathItems().values().stream().flatMap(i -> i.getOperations().values().stream());
    }

    private static Stream<Schema> contents(@Nullable Content content) {
        return content == null
                ? Stream.empty()
                : content.getMediaTypes().values().stream()
                        .filter(m -> m.getSchema() != null)
                        .map(m -> m.getSchema());
    }

    private void reach(Schema schema, Set<String> found) {
        if (schema.getRef() != null) {
            var name = nameOf(schema);
            if (found.add(name) && named.containsKey(name)) {
                reach(named.get(name), found);
            }
        }
        inner(schema).forEach(s -> reach(s, found));
    }

    private static List<Schema> inner(Schema schema) {
        var inner = new ArrayList<Schema>();
        if (schema.getProperties() != null) {
            inner.addAll(schema.getProperties().values());
        }
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .forEach(inner::addAll);
        if (schema.getItems() != null) {
            inner.add(schema.getItems());
        }
        if (schema.getAdditionalPropertiesSchema() != null) {
            inner.add(schema.getAdditionalPropertiesSchema());
        }
        return inner;
    }

    private void every(Consumer<Schema> visit) {
        var components = api.getComponents();
        components.getSchemas().values().forEach(s -> deep(s, visit));
        components.getParameters().values().forEach(p -> deep(textual(p.getSchema()), visit));
        components.getHeaders().values().forEach(h -> deep(h.getSchema(), visit));
        for (var operation : operations().toList()) {
            if (operation.getParameters() != null) {
                operation.getParameters().stream()
                        .map(p -> textual(p.getSchema()))
                        .forEach(s -> deep(s, visit));
            }
            contents(
                            operation.getRequestBody() == null
                                    ? null
                                    : operation.getRequestBody().getContent())
                    .forEach(s -> deep(s, visit));
            for (var response : operation.getResponses().getAPIResponses().values()) {
                contents(response.getContent()).forEach(s -> deep(s, visit));
                if (response.getHeaders() != null) {
                    response.getHeaders().values().forEach(h -> deep(h.getSchema(), visit));
                }
            }
        }
    }

    /** A parameter of which only a bound is said is a text. */
    private static @Nullable Schema textual(@Nullable Schema schema) {
        if (schema != null && schema.getRef() == null && schema.getType() == null) {
            schema.setType(List.of(SchemaType.STRING));
        }
        return schema;
    }

    /** Every schema that is written anywhere in a document as the generator leaves it. */
    static void each(OpenAPI api, Consumer<Schema> visit) {
        api.getComponents().getSchemas().values().forEach(s -> deep(s, visit));
        for (var item : api.getPaths().getPathItems().values()) {
            for (var operation : item.getOperations().values()) {
                var body = operation.getRequestBody();
                contents(body == null ? null : body.getContent()).forEach(s -> deep(s, visit));
                if (operation.getResponses() != null) {
                    operation.getResponses().getAPIResponses().values().stream()
                            .flatMap(r -> contents(r.getContent()))
                            .forEach(s -> deep(s, visit));
                }
            }
        }
    }

    private static void deep(@Nullable Schema schema, Consumer<Schema> visit) {
        if (schema != null) {
            visit.accept(schema);
            inner(schema).forEach(s -> deep(s, visit));
        }
    }

    /** An object of which nothing is said may hold anything; a client's type for it must not be an empty one. */
    private static void open(Schema schema) {
        if (schema.getRef() != null && ANY_JSON.contains(nameOf(schema))) {
            schema.setRef(null);
            schema.setType(List.of(SchemaType.OBJECT));
        }
        boolean object = schema.getType() != null && schema.getType().contains(SchemaType.OBJECT);
        if (object
                && schema.getProperties() == null
                && schema.getAllOf() == null
                && schema.getAdditionalPropertiesSchema() == null) {
            schema.setAdditionalPropertiesSchema(OASFactory.createSchema());
        }
    }

    private static void refuseUnknownMembers(Schema schema) {
        if (schema.getProperties() != null
                && schema.getAllOf() == null
                && schema.getAdditionalPropertiesSchema() == null) {
            schema.setAdditionalPropertiesBoolean(false);
        }
    }

    private void requirePresent(String name, Schema schema) {
        var properties = schema.getProperties();
        if (properties == null) {
            return;
        }
        var required = new TreeSet<>(schema.getRequired() == null ? List.of() : schema.getRequired());
        var next = properties.get("next");
        var items = properties.get("items");
        if (next != null && items != null) {
            required.addAll(List.of("items", "next"));
            next.setType(List.of(SchemaType.STRING, SchemaType.NULL));
            next.setExamples(List.of("bGFuanV0YW4taGFsYW1hbg"));
            items.setMaxItems(PageRequest.MAX_LIMIT);
        }
        source.alwaysPresent(name, properties.keySet()).stream()
                .filter(properties::containsKey)
                .forEach(required::add);
        if (!required.isEmpty()) {
            schema.setRequired(List.copyOf(required));
        }
    }

    /** The server holds a pattern against the whole text, a JSON Schema against any part of it. */
    private static void bound(Schema schema) {
        if (schema.getType() == null || schema.getRef() != null) {
            return;
        }
        var pattern = schema.getPattern();
        if (pattern != null && !pattern.equals("\\S") && !pattern.startsWith("^")) {
            schema.setPattern(pattern.contains("|") ? "^(?:" + pattern + ")$" : "^" + pattern + "$");
        }
        if (schema.getType().contains(SchemaType.STRING)
                && schema.getMaxLength() == null
                && schema.getEnumeration() == null
                && schema.getConstValue() == null) {
            schema.setMaxLength(LENGTHS.getOrDefault(String.valueOf(schema.getFormat()), BODY));
        }
        if (schema.getType().contains(SchemaType.INTEGER)) {
            boolean wide = "int64".equals(schema.getFormat());
            if (schema.getMinimum() == null && schema.getExclusiveMinimum() == null) {
                schema.setMinimum(BigDecimal.valueOf(wide ? -WIDEST : Integer.MIN_VALUE));
            }
            if (schema.getMaximum() == null && schema.getExclusiveMaximum() == null) {
                schema.setMaximum(BigDecimal.valueOf(wide ? WIDEST : Integer.MAX_VALUE));
            }
        }
        if (schema.getType().contains(SchemaType.ARRAY) && schema.getMaxItems() == null) {
            schema.setMaxItems(BODY / 2);
        }
    }
}
