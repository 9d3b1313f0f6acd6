package id.karier.app.contract;

import id.karier.app.contract.ContractSource.Words;
import id.karier.kernel.web.MergePatch;
import id.karier.kernel.web.RegisterOperation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/**
 * What the generator leaves open where types are generic: the words of inherited operations, path parameters that stand in
 * the address of the subclass, and names for a page of something and for an entry of some facts.
 */
final class ContractRegisters {
    private static final String PAGE = "Page";
    private static final String ENTRY = "Entry";
    private static final String FACTS = "Facts";
    private static final String SUMMARY = "Summary";
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{(\\w+)}");

    /** Pages whose cursor has been described since version 1 of the contract. */
    private static final Set<String> CURSOR_TOLD =
            Set.of("AgencyPage", "PositionPage", "UnitPage", "UnitNodePage", "UnitPlacementPage");

    private final OpenAPI api;
    private final ContractSource source;
    private final Map<String, Schema> schemas;

    ContractRegisters(OpenAPI api, ContractSource source) {
        this.api = api;
        this.source = source;
        this.schemas =
                new TreeMap<>(Objects.requireNonNullElse(api.getComponents().getSchemas(), Map.of()));
    }

    void complete() {
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    var words = source.inherited(operation.getOperationId());
                    if (words != null) {
                        item.setOperation(method, said(path, operation, words));
                    }
                }));
        var names = new LinkedHashMap<String, String>();
        schemas.forEach((name, schema) -> {
            var facts = after(ENTRY, name);
            if (facts.endsWith(FACTS) && schemas.containsKey(facts)) {
                names.put(name, facts.substring(0, facts.length() - FACTS.length()) + ENTRY);
            }
        });
        schemas.forEach((name, schema) -> {
            var item = item(name, schema);
            if (item != null) {
                names.put(name, pageOf(names.getOrDefault(item, item)));
            }
        });
        names.forEach(this::rename);
        api.getComponents().setSchemas(schemas);
        ContractSchemas.each(api, schema -> refer(schema, names));
    }

    private static String after(String prefix, String name) {
        return name.startsWith(prefix) ? name.substring(prefix.length()) : "";
    }

    /** What a page holds; null for a schema that is no page of something. */
    private static @Nullable String item(String name, Schema schema) {
        var members = schema.getProperties();
        var items = members == null ? null : members.get("items");
        if (!name.startsWith(PAGE) || items == null || !members.containsKey("next")) {
            return null;
        }
        var item = items.getItems().getRef();
        return item.substring(item.lastIndexOf('/') + 1);
    }

    /** A page of summaries is called by what they sum up. */
    private static String pageOf(String item) {
        var sums = item.endsWith(SUMMARY) ? item.substring(0, item.length() - SUMMARY.length()) : item;
        return sums + PAGE;
    }

    private void rename(String generated, String name) {
        var schema = Objects.requireNonNull(schemas.get(generated));
        schemas.remove(generated);
        if (CURSOR_TOLD.contains(name)) {
            Objects.requireNonNull(schema.getProperties().get("next"))
                    .setDescription("Kursor halaman berikut; null di halaman terakhir.");
        }
        schemas.put(name, name.endsWith(ENTRY) ? entry(name, after(ENTRY, generated), schema) : schema);
    }

    private static void refer(Schema schema, Map<String, String> names) {
        var reference = schema.getRef();
        if (reference != null) {
            var name = names.get(reference.substring(reference.lastIndexOf('/') + 1));
            if (name != null) {
                schema.setRef(name);
            }
        }
    }

    /** The members of the facts without the conditions under which they are accepted, between the entry's own. */
    private Schema entry(String name, String factsName, Schema generated) {
        var facts = Objects.requireNonNull(schemas.get(factsName)).getProperties();
        var own = new LinkedHashMap<>(generated.getProperties());
        own.keySet().removeAll(facts.keySet());
        var members = new LinkedHashMap<String, Schema>();
        members.put("id", shown(name, "id", Objects.requireNonNull(own.get("id"))));
        facts.forEach((member, schema) -> members.put(member, shown(name, member, schema)));
        own.forEach(members::putIfAbsent);
        var required = new TreeSet<>(source.alwaysPresent(ENTRY, own.keySet()));
        required.retainAll(own.keySet());
        required.addAll(source.alwaysPresent(factsName, facts.keySet()));
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .properties(members)
                .required(List.copyOf(required));
    }

    private static Schema shown(String record, String member, Schema written) {
        var shown = OASFactory.createSchema();
        shown.setType(written.getType() == null ? List.of(SchemaType.STRING) : written.getType());
        if (written.getFormat() != null) {
            shown.setFormat(written.getFormat());
        }
        var example = ContractExamples.said(record, member);
        shown.setExamples(example == null ? written.getExamples() : List.of(example));
        if (written.getRef() != null) {
            shown.setRef(written.getRef());
        }
        return shown;
    }

    private Operation said(String path, Operation generated, Words words) {
        var operation = OASFactory.createOperation().summary(words.summary());
        if (!words.description().isEmpty()) {
            operation.setDescription(words.description());
        }
        operation.setOperationId(words.operationId());
        operation.setTags(generated.getTags());
        operation.setParameters(parameters(path, generated));
        if (words.operation() == RegisterOperation.PATCH) {
            operation.setRequestBody(patch(path));
        } else if (generated.getRequestBody() != null) {
            operation.setRequestBody(generated.getRequestBody());
        }
        return operation.responses(responses(generated.getResponses(), words.operation()));
    }

    private static APIResponses responses(APIResponses generated, RegisterOperation operation) {
        var responses = OASFactory.createAPIResponses();
        var ok = generated.getAPIResponse("200");
        if (ok != null && operation == RegisterOperation.CREATE) {
            responses.addAPIResponse("201", OASFactory.createAPIResponse().content(ok.getContent()));
        } else if (ok != null) {
            responses.addAPIResponse("200", ok);
        }
        if (operation == RegisterOperation.GET) {
            responses.addAPIResponse("304", OASFactory.createAPIResponse());
        }
        generated.getAPIResponses().forEach((status, response) -> {
            if (response != ok) {
                responses.addAPIResponse(status, response);
            }
        });
        return responses;
    }

    private static List<Parameter> parameters(String path, Operation generated) {
        var parameters = new ArrayList<Parameter>();
        var said = Objects.requireNonNullElse(generated.getParameters(), List.<Parameter>of());
        var names = PATH_PARAMETER.matcher(path);
        while (names.find()) {
            parameters.add(said.stream()
                    .filter(p -> names.group(1).equals(p.getName()))
                    .findFirst()
                    .orElseGet(() -> OASFactory.createParameter()
                            .name(names.group(1))
                            .in(Parameter.In.PATH)
                            .required(true)
                            .schema(OASFactory.createSchema().ref("UUID"))));
        }
        said.stream().filter(p -> !parameters.contains(p)).forEach(parameters::add);
        return parameters;
    }

    /** A patch changes what creating sends. */
    private RequestBody patch(String path) {
        var whole = api.getPaths()
                .getPathItem(path.substring(0, path.lastIndexOf('/')))
                .getPOST()
                .getRequestBody()
                .getContent()
                .getMediaType("application/json")
                .getSchema();
        return OASFactory.createRequestBody()
                .content(OASFactory.createContent()
                        .addMediaType(
                                MergePatch.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(whole.getRef()))))
                .required(true);
    }
}
