package id.karier.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads rule-set documents: shape by the published JSON Schema (2020-12), sense by the body's invariants. */
public final class RuleSetDocuments {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final BigDecimal LARGEST_FIGURE = new BigDecimal(100_000);
    private static final int MOST_DECIMALS = 10;

    private final Map<RuleSetKind, String> schemaTexts = new EnumMap<>(RuleSetKind.class);
    private final Map<RuleSetKind, JsonSchema> schemas = new EnumMap<>(RuleSetKind.class);

    public RuleSetDocuments() {
        var factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
        // as every other problem names its places
        var pointers =
                SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
        for (var kind : RuleSetKind.values()) {
            var text = resource("rules/schema/" + kind + ".schema.json");
            schemaTexts.put(kind, text);
            schemas.put(kind, factory.getSchema(text, pointers));
        }
    }

    /** The published schema of a kind, as JSON text. */
    public String schema(RuleSetKind kind) {
        return present(schemaTexts.get(kind));
    }

    /** The national rule sets that ship with the program, every one checked. */
    public List<RuleSet<?>> national() {
        var all = new ArrayList<RuleSet<?>>();
        for (var line : resource("rules/index").lines().toList()) {
            var document = tree(resource("rules/" + line + ".json"));
            var violations = violations(RuleSetKind.valueOf(line.substring(0, line.indexOf('/'))), document);
            if (!violations.isEmpty()) {
                throw new IllegalStateException("rule set " + line + " is unsound: " + violations);
            }
            all.add(read(document, null));
        }
        return List.copyOf(all);
    }

    /** Everything that is wrong with a document of a kind; empty when {@link #read} can take it. */
    public List<Violation> violations(RuleSetKind kind, JsonNode document) {
        var schema = present(schemas.get(kind));
        var bySchema = schema.validate(document).stream()
                .map(RuleSetDocuments::violation)
                .toList();
        if (!bySchema.isEmpty()) {
            return bySchema;
        }
        var tooLarge = new ArrayList<Violation>();
        boundNumbers("/body", document.path("body"), tooLarge);
        return tooLarge.isEmpty() ? read(document, null).body().violations() : tooLarge;
    }

    private static Violation violation(ValidationMessage message) {
        var figures = Stream.concat(Stream.of(message.getType()), Arrays.stream(message.getArguments()))
                .toArray();
        return Violation.at(message.getInstanceLocation().toString(), Violation.SCHEMA, figures);
    }

    /** No law has such figures, and dates and sums of them would leave what dates and sums can be. */
    private static void boundNumbers(String pointer, JsonNode node, List<Violation> tooLarge) {
        if (node.isNumber()) {
            var number = node.decimalValue();
            if (number.abs().compareTo(LARGEST_FIGURE) > 0 || number.scale() > MOST_DECIMALS) {
                tooLarge.add(Violation.at(pointer, "FIGURE_TOO_LARGE", LARGEST_FIGURE, MOST_DECIMALS));
            }
        } else if (node.isObject()) {
            node.properties()
                    .forEach(member ->
                            boundNumbers(pointer + '/' + escaped(member.getKey()), member.getValue(), tooLarge));
        } else {
            for (int i = 0; i < node.size(); i++) {
                boundNumbers(pointer + '/' + i, node.get(i), tooLarge);
            }
        }
    }

    private static String escaped(String member) {
        return member.replace("~", "~0").replace("/", "~1");
    }

    /** The document as a rule set of the nation, or of an agency. Check it with {@link #violations} first. */
    public RuleSet<?> read(JsonNode document, @Nullable String agency) {
        return ruleSet(document, agency);
    }

    private static RuleSet<?> ruleSet(JsonNode document, @Nullable String agency) {
        var kind = RuleSetKind.valueOf(document.path("kind").asText());
        var envelope = (ObjectNode) document.deepCopy();
        var body = convert(envelope.remove("body"), kind.bodyType());
        var head = convert(envelope, Head.class);
        return new RuleSet<>(
                kind,
                head.version(),
                head.revision(),
                head.enactedOn(),
                head.effectiveFrom(),
                head.effectiveTo(),
                head.legalBasis(),
                head.mark(),
                head.marks(),
                head.agencyMayChange(),
                agency,
                body);
    }

    /** An agency's version with the figures of its base as they read now, but for what the agency chose. */
    static RuleSet<?> choicesOn(RuleSet<?> base, RuleSet<?> own) {
        var body = withoutNulls(document(base).path("body").deepCopy());
        var chosen = withoutNulls(document(own).path("body").deepCopy());
        for (var pointer : base.agencyMayChange()) {
            var choice = chosen.at(pointer);
            int slash = pointer.lastIndexOf('/');
            if (!choice.isMissingNode() && body.at(pointer.substring(0, slash)) instanceof ObjectNode parent) {
                var name = pointer.substring(slash + 1);
                parent.set(name, merged(parent.path(name), choice));
            }
        }
        var document = (ObjectNode) withoutNulls(document(own));
        document.remove("agency");
        document.put("revision", base.ref().revision()).set("body", body);
        return ruleSet(document, own.agency());
    }

    /** Objects member by member, anything else as it was chosen. */
    private static JsonNode merged(JsonNode national, JsonNode choice) {
        if (!(national instanceof ObjectNode whole) || !choice.isObject()) {
            return choice;
        }
        choice.properties()
                .forEach(member -> whole.set(member.getKey(), merged(whole.path(member.getKey()), member.getValue())));
        return whole;
    }

    /** JSON text as a tree that keeps every decimal digit. */
    public static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** A rule set as the document that it was read from. */
    public static JsonNode document(RuleSet<?> ruleSet) {
        return MAPPER.valueToTree(ruleSet);
    }

    /** The rule set that {@link #document} has written, agency and all. */
    public RuleSet<?> restore(JsonNode document) {
        var members = (ObjectNode) withoutNulls(document.deepCopy());
        var agency = members.remove("agency");
        return read(members, agency == null ? null : agency.asText());
    }

    /** The same document without members that are null, as the files are written. */
    public static <T extends JsonNode> T withoutNulls(T document) {
        if (document instanceof ObjectNode members) {
            members.properties().removeIf(member -> member.getValue().isNull());
            members.properties().forEach(member -> withoutNulls(member.getValue()));
        } else {
            document.forEach(RuleSetDocuments::withoutNulls);
        }
        return document;
    }

    /**
     * The pointers into a body at which another one differs: numbers by value, null as absent, a list as a whole. Empty
     * when they say the same.
     */
    public static List<String> differences(JsonNode body, JsonNode other) {
        if (!body.isObject() || !other.isObject()) {
            return isSame(body, other) ? List.of() : List.of("");
        }
        var members = new TreeSet<String>();
        body.fieldNames().forEachRemaining(members::add);
        other.fieldNames().forEachRemaining(members::add);
        return members.stream()
                .flatMap(member -> differences(body.path(member), other.path(member)).stream()
                        .map(rest -> "/" + escaped(member) + rest))
                .toList();
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        if (one.isArray() && other.isArray()) {
            return one.size() == other.size()
                    && IntStream.range(0, one.size())
                            .allMatch(i -> differences(one.get(i), other.get(i)).isEmpty());
        }
        boolean isNothing = one.isNull() || one.isMissingNode();
        return isNothing ? other.isNull() || other.isMissingNode() : one.equals(other);
    }

    private static <T> T convert(JsonNode node, Class<T> type) {
        try {
            return MAPPER.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("every kind has a schema");
        }
        return value;
    }

    private static String resource(String path) {
        try (InputStream in = RuleSetDocuments.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Head(
            RuleSetKind kind,
            String version,
            @Nullable Integer revision,
            @Nullable LocalDate enactedOn,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            List<LegalBasis> legalBasis,
            ConfidenceMark mark,
            List<FigureMark> marks,
            List<String> agencyMayChange) {}
}
