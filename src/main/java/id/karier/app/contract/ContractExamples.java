package id.karier.app.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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

    /** Members whose records say nothing of them, by name or, where the name has several meanings, by record. */
    private static final Map<String, String> BY_MEMBER = Map.ofEntries(
            Map.entry("AbsenceAnswer.penalty", "S1"),
            Map.entry("AppointmentAnswer.open", "COMPETENCY"),
            Map.entry("AwardEntry.id", "01980a52-7c1e-7000-8000-000000000106"),
            Map.entry("CreditEntry.id", "01980a52-7c1e-7000-8000-000000000103"),
            Map.entry("DisciplineEntry.id", "01980a52-7c1e-7000-8000-000000000107"),
            Map.entry("EducationEntry.id", "01980a52-7c1e-7000-8000-000000000104"),
            Map.entry("RankEntry.id", "01980a52-7c1e-7000-8000-000000000101"),
            Map.entry("TrainingEntry.id", "01980a52-7c1e-7000-8000-000000000105"),
            Map.entry("DisciplineEntry.penaltyName", "Pemotongan tunjangan kinerja 25% selama 6 bulan"),
            Map.entry("Check.code", "YEARS_IN_RANK"),
            Map.entry("Employee.backTitles", "S.Kom., M.T."),
            Map.entry("FunctionalTestRequest.post", "ANALIS_KEBIJAKAN"),
            Map.entry("IpAsnAnswer.category", "SEDANG"),
            Map.entry("LegalBasis.address", "https://peraturan.example.id/pp-94-2021"),
            Map.entry("LegalBasis.secondHand", "https://berita.example.id/pp-94-2021"),
            Map.entry("NipAnswer.sex", "M"),
            Map.entry("NipRequest.number", "198609262015051001"),
            Map.entry("Step.code", "RETIREMENT_AGE"),
            Map.entry("article", "55"),
            Map.entry("bands", "KEPKA_411_2025"),
            Map.entry("category", "MEMENUHI_SYARAT"),
            Map.entry("clause", "PP 99/2000 Pasal 6"),
            Map.entry("competencyTable", "IPASN_2019"),
            Map.entry("echelon", "IV_A"),
            Map.entry("note", "Angka dari sumber sekunder; cocokkan dengan lembaran negara."),
            Map.entry("reading", "CONTRACT_COUNT"),
            Map.entry("ruleSet", "UU_20_2023"),
            Map.entry("statute", "GURU"),
            Map.entry("text", "Batas usia pensiun 58 tahun, menurut jenjang pengawas."),
            Map.entry("violations", "SANGAT_BAIK_ABOVE_70_PERCENT"),
            Map.entry("xTree", "SPLIT_40_25_20_15"));

    /** Members that stand in the place of a day, which the example has. */
    private static final Set<String> INSTEAD = Set.of("graduatedYear", "heldYear", "knownYear");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final OpenAPI api;

    /** Whole bodies where one made of its members would mislead: by operation, then by status or "request". */
    private final Map<String, Map<String, Object>> bodies = new HashMap<>();

    /** By record: what its members' examples say otherwise, so that together they tell of one person; null leaves out. */
    private final Map<String, Object> records = read("/contract/record-examples.json");

    ContractExamples(OpenAPI api) {
        this.api = api;
        read("/contract/examples.json")
                .forEach((operation, body) -> bodies.put(operation, JSON.convertValue(body, new TypeReference<>() {})));
        // what each calculator really answers to its example; ContractExamplesTest holds it to that
        read("/contract/calculation-answers.json")
                .forEach((operation, answer) -> bodies.put(operation, Map.of("200", answer)));
    }

    private static Map<String, Object> read(String resource) {
        try (var in = ContractExamples.class.getResourceAsStream(resource)) {
            return JSON.readValue(Objects.requireNonNull(in), new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is said of one member of one record, where its type says less. */
    static @Nullable String said(String record, String member) {
        return BY_MEMBER.get(record + "." + member);
    }

    void compose() {
        api.getComponents().getSchemas().values().stream()
                .filter(schema -> BY_FORMAT.containsKey(String.valueOf(schema.getFormat())))
                .forEach(schema -> schema.setExamples(List.of(BY_FORMAT.get(schema.getFormat()))));
        members(this::exemplify);
        borrow();
        for (var item : api.getPaths().getPathItems().values()) {
            for (var operation : item.getOperations().values()) {
                var own = bodies.getOrDefault(String.valueOf(operation.getOperationId()), Map.of());
                if (operation.getRequestBody() != null) {
                    compose(operation.getRequestBody().getContent(), own.get("request"));
                }
                operation
                        .getResponses()
                        .getAPIResponses()
                        .forEach((status, response) -> compose(response.getContent(), own.get(status)));
            }
        }
    }

    private void exemplify(String record, String name, Schema member) {
        var holder = member.getItems() == null ? member : member.getItems();
        var example = BY_MEMBER.getOrDefault(record + "." + name, BY_MEMBER.get(name));
        if (example != null && isText(holder) && holder.getEnumeration() == null && holder.getExamples() == null) {
            holder.addExample(example);
        }
        if (isText(member) && member.getExamples() != null) {
            member.setExamples(member.getExamples().stream()
                    .map(e -> (Object) String.valueOf(e))
                    .toList());
        }
    }

    /** A member or parameter that says nothing means what its namesake of the same type elsewhere says. */
    private void borrow() {
        var said = new HashMap<String, Object>();
        members((record, name, member) -> {
            if (member.getExamples() != null && !member.getExamples().isEmpty()) {
                said.putIfAbsent(name + ' ' + type(member), member.getExamples().get(0));
            }
        });
        members((record, name, member) -> {
            var example = said.get(name + ' ' + type(member));
            if (example != null && member.getExamples() == null && isScalar(member)) {
                member.addExample(example);
            }
        });
        parameters().forEach(p -> {
            boolean list = p.getSchema() != null
                    && p.getSchema().getType() != null
                    && p.getSchema().getType().contains(SchemaType.ARRAY);
            if (list && p.getExample() != null && !(p.getExample() instanceof List)) {
                p.setExample(List.of(p.getExample()));
            }
        });
    }

    private static String type(Schema member) {
        return member.getRef() != null ? member.getRef() : String.valueOf(member.getType());
    }

    private static boolean isText(Schema schema) {
        return schema.getType() != null && schema.getType().contains(SchemaType.STRING);
    }

    /** Of one value; the type of a reference is as good as its name. */
    private static boolean isScalar(Schema member) {
        boolean compound = member.getType() == null
                || member.getType().contains(SchemaType.OBJECT)
                || member.getType().contains(SchemaType.ARRAY);
        return member.getRef() != null || !compound && member.getEnumeration() == null;
    }

    private Stream<Parameter> parameters() {
        return api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .filter(parameter -> parameter.getRef() == null);
    }

    private interface Visit {
        void member(String record, String name, Schema member);
    }

    private void members(Visit visit) {
        new TreeMap<>(api.getComponents().getSchemas()).forEach((record, schema) -> {
            if (schema.getProperties() != null) {
                schema.getProperties().forEach((name, member) -> visit.member(record, name, member));
            }
        });
    }

    private void compose(@Nullable Content content, @Nullable Object own) {
        if (content != null) {
            if (own != null) {
                content.getMediaTypes().values().forEach(media -> media.setExample(own));
            }
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
        if (media.getSchema() != null && isText(media.getSchema()) && media.getExamples() != null) {
            media.getExamples().values().stream()
                    .filter(example -> !(example.getValue() instanceof String))
                    .forEach(example -> example.setValue(line(example.getValue())));
        }
        if (media.getSchema() != null && media.getExample() == null && media.getExamples() == null) {
            var example = example(media.getSchema(), new HashSet<>());
            if (example != null) {
                media.setExample(example);
            }
        }
    }

    /** The generator reads a text that begins like JSON as JSON. */
    private static String line(Object value) {
        try {
            return JSON.writeValueAsString(value) + '\n';
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private @Nullable Object example(Schema schema, Set<String> within) {
        if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
            return schema.getExamples().get(0);
        }
        if (schema.getRef() != null) {
            var name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            var target = api.getComponents().getSchemas().get(name);
            if (target == null || !within.add(name)) {
                return null;
            }
            var example = example(target, within);
            within.remove(name);
            return records.containsKey(name) ? patched(example, records.get(name)) : example;
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

    /** As a merge patch changes an object. */
    private static @Nullable Object patched(@Nullable Object example, @Nullable Object patch) {
        if (!(example instanceof Map<?, ?> members) || !(patch instanceof Map<?, ?> changes)) {
            return patch;
        }
        var whole = new LinkedHashMap<String, @Nullable Object>();
        members.forEach((name, value) -> whole.put(String.valueOf(name), value));
        changes.forEach((name, value) -> {
            var member = String.valueOf(name);
            if (value == null) {
                whole.remove(member);
            } else {
                whole.put(member, patched(whole.get(member), value));
            }
        });
        return whole;
    }

    private @Nullable Object byType(Schema schema, Set<String> within) {
        var types = schema.getType() == null ? List.<SchemaType>of() : schema.getType();
        if (schema.getProperties() != null) {
            var members = new LinkedHashMap<String, Object>();
            schema.getProperties().forEach((name, member) -> {
                var example = example(member, within);
                if (example != null && !INSTEAD.contains(name)) {
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
