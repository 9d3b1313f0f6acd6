package id.karier.app.contract;

import id.karier.app.contract.ContractSource.Rule;
import id.karier.kernel.Role;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Reach;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** Adds to every operation what is true of all of them, from the access table and the conventions of the wire. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {
    private static final Map<Reach, String> REACHES =
            Map.of(Reach.SELF, "diri sendiri", Reach.TEAM, "tim", Reach.AGENCY, "instansi", Reach.NATION, "nasional");

    private static final Map<Integer, String> DONE = Map.of(
            201, "Dibuat; alamatnya di Location.",
            202, "Diterima; ikuti pekerjaannya di Location.",
            204, "Selesai, tanpa isi.");

    /** What the generator writes when nobody has said anything. */
    private static final Set<String> BY_GENERATOR = Set.of("OK", "Created", "Accepted", "No Content", "Bad Request");

    private static final Set<HttpMethod> CHANGES = Set.of(HttpMethod.PATCH, HttpMethod.PUT, HttpMethod.DELETE);

    /** Readings that carry {@code no-store} and therefore no tag. */
    private static final Set<String> KEPT_BY_NOBODY = Set.of("getImportTemplate", "getSecondFactor", "checkAuditChain");

    /** How an operation names what its list may be sorted by. */
    private static final Pattern SORT_KEYS = Pattern.compile("[Uu]rutan: (\\w+(?:, \\w+)*)");

    private final ContractSource source;

    public ContractFilter(IndexView index) {
        this.source = new ContractSource(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        new ContractRegisters(api, source).complete();
        var scopes = new TreeMap<String, String>();
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(path, method, operation, scopes)));
        ContractParts.addTo(api.getComponents(), scopes);
        new ContractSchemas(api, source).complete();
        new ContractExamples(api).compose();
    }

    private void complete(String path, HttpMethod method, Operation operation, Map<String, String> scopes) {
        var rule = source.rule(operation.getOperationId());
        secure(operation, rule, scopes);
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        boolean writes = writes(method, operation, rule);
        statuses(path, method, operation, rule, writes).forEach(status -> addProblem(operation, status));
        boolean keyed = writes && !(rule != null && rule.keyless());
        if (keyed) {
            parameter(operation, "Idempotency-Key", "IdempotencyKey");
        }
        if (CHANGES.contains(method)) {
            parameter(operation, "If-Match", "IfMatch");
        }
        operation
                .getResponses()
                .getAPIResponses()
                .forEach((status, response) -> fillBody(operation.getOperationId(), status, response));
        putFormsFirst(operation);
        if (answers(operation, "text/event-stream")) {
            parameter(operation, "Last-Event-ID", "LastEventId");
            operation
                    .getResponses()
                    .addAPIResponse(
                            "204",
                            OASFactory.createAPIResponse()
                                    .description("Akhirnya sudah diketahui (Last-Event-ID): jangan menyambung lagi."));
        }
        boolean conditional = method == HttpMethod.GET
                && ((rule != null && rule.conditional())
                        || (answers(operation, "application/json") && !isKeptByNobody(operation)));
        if (conditional) {
            parameter(operation, "If-None-Match", "IfNoneMatch");
            operation
                    .getResponses()
                    .addAPIResponse("304", OASFactory.createAPIResponse().ref("NotModified"));
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> describe(operation, parameter));
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (response.getRef() == null && Character.isDigit(status.charAt(0))) {
                headers(method, operation, Integer.parseInt(status), writes, keyed, conditional, response);
            }
        });
    }

    /** Generators make their method from the first type of a body: of a form it takes a file, of text a string. */
    private static void putFormsFirst(Operation operation) {
        var content = operation.getRequestBody() == null
                ? null
                : operation.getRequestBody().getContent();
        var form = content == null ? null : content.getMediaType("multipart/form-data");
        if (content != null && form != null) {
            var ordered = new LinkedHashMap<String, MediaType>();
            ordered.put("multipart/form-data", form);
            content.getMediaTypes().forEach(ordered::putIfAbsent);
            content.setMediaTypes(ordered);
        }
    }

    /** What answers JSON and has no version of its own is tagged by its content. */
    private static boolean answers(Operation operation, String type) {
        var done = operation.getResponses().getAPIResponse("200");
        var content = done == null ? null : done.getContent();
        return content != null && content.getMediaTypes().containsKey(type);
    }

    private static boolean isKeptByNobody(Operation operation) {
        return KEPT_BY_NOBODY.contains(String.valueOf(operation.getOperationId()));
    }

    /** A calculation is asked for by POST and changes nothing; whatever else is posted is made or done. */
    private static boolean writes(HttpMethod method, Operation operation, @Nullable Rule rule) {
        var responses = operation.getResponses();
        boolean makes = responses.hasAPIResponse("201") || responses.hasAPIResponse("202");
        return method != HttpMethod.GET && rule != null && (rule.writes() || makes);
    }

    private static void secure(Operation operation, @Nullable Rule rule, Map<String, String> scopes) {
        if (rule == null || rule.open()) {
            operation.setSecurity(List.of());
            describe(operation, "Akses: siapa saja, tanpa token.");
            return;
        }
        var resource = java.util.Objects.requireNonNull(rule.resource());
        // a form of the password flow signs in for whatever people may do, so every operation names it
        var ways = new ArrayList<>(List.of(
                OASFactory.createSecurityRequirement().addScheme(ContractParts.BEARER),
                OASFactory.createSecurityRequirement().addScheme(ContractParts.PEOPLE)));
        var access = new LinkedHashMap<String, String>();
        for (var role : Role.values()) {
            var reach = REACHES.get(AccessTable.reach(role, resource, rule.action()));
            if (reach != null) {
                access.merge(reach, role.name(), (a, b) -> a + ", " + b);
            }
        }
        var said = new StringBuilder("Akses:");
        access.forEach((reach, roles) ->
                said.append(' ').append(roles).append(" (").append(reach).append(");"));
        if (AccessTable.isForMachines(resource, rule.action())) {
            var scope = AccessTable.scope(resource, rule.action());
            scopes.put(
                    scope,
                    (rule.action() == Action.READ
                                    ? "Membaca "
                                    : rule.action() == Action.WRITE ? "Mengubah " : "Memutuskan ")
                            + resource.scope());
            ways.add(OASFactory.createSecurityRequirement().addScheme(ContractParts.MACHINES, scope));
            said.append(" mesin dengan `").append(scope).append("`;");
        }
        said.setCharAt(said.length() - 1, '.');
        operation.setSecurity(List.copyOf(ways));
        operation.addExtension(
                "x-access",
                new TreeMap<>(Map.of(
                        "resource", resource.name(), "action", rule.action().name())));
        describe(operation, said.toString());
    }

    private static void describe(Operation operation, String access) {
        var description = operation.getDescription();
        operation.setDescription(description == null ? access : description.strip() + "\n\n" + access);
    }

    private static List<Integer> statuses(
            String path, HttpMethod method, Operation operation, @Nullable Rule rule, boolean writes) {
        var statuses = new ArrayList<>(List.of(400, 414, 429, 500, 503));
        if (rule != null && !rule.open()) {
            statuses.addAll(List.of(401, 403));
        }
        if (path.contains("{")) {
            statuses.add(404);
        }
        if (method != HttpMethod.DELETE) {
            statuses.add(406);
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of(408, 413, 415));
        }
        if (writes) {
            statuses.addAll(List.of(409, 422));
        }
        if (CHANGES.contains(method)) {
            statuses.addAll(List.of(412, 428));
        }
        return statuses;
    }

    private static void addProblem(Operation operation, int status) {
        var responses = operation.getResponses();
        var said = responses.getAPIResponse(String.valueOf(status));
        if (said == null || BY_GENERATOR.contains(String.valueOf(said.getDescription()))) {
            responses.addAPIResponse(
                    String.valueOf(status), OASFactory.createAPIResponse().ref("Problem" + status));
        }
    }

    /** Puts the shared parameter in the place of the one that the method's signature gave. */
    private static void parameter(Operation operation, String name, String shared) {
        var parameters = new ArrayList<Parameter>();
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(p -> !name.equalsIgnoreCase(p.getName()))
                    .forEach(parameters::add);
        }
        parameters.add(OASFactory.createParameter().ref(shared));
        operation.setParameters(parameters);
    }

    /** A resource that names no media type answers JSON; the generator leaves its content empty. */
    private void fillBody(@Nullable String operationId, String status, APIResponse response) {
        var content = response.getContent();
        if (content != null && content.getMediaTypes().values().stream().allMatch(ContractFilter::saysNothing)) {
            content.setMediaTypes(Map.of());
        }
        if (content != null && content.getMediaTypes().isEmpty()) {
            var schema = source.answer(operationId, status);
            if (schema == null) {
                response.setContent(null);
            } else {
                content.addMediaType(
                        "application/json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(schema)));
            }
        }
    }

    private static boolean saysNothing(MediaType media) {
        var schema = media.getSchema();
        boolean shapeless = schema == null
                || (schema.getRef() == null
                        && schema.getType() == null
                        && schema.getProperties() == null
                        && schema.getAllOf() == null
                        && schema.getAnyOf() == null
                        && schema.getOneOf() == null);
        return shapeless && media.getExample() == null && media.getExamples() == null;
    }

    private static void describe(Operation operation, Parameter parameter) {
        if (parameter.getIn() == Parameter.In.PATH && parameter.getDescription() == null) {
            parameter.setDescription("Id atau kode objek, seperti pada daftarnya.");
        }
        if ("sort".equals(parameter.getName())) {
            var keys = SORT_KEYS.matcher(operation.getSummary() + ' ' + operation.getDescription());
            if (keys.find()) {
                var oneOf = "-?(?:" + String.join("|", keys.group(1).split(", ")) + ")";
                parameter.setDescription(
                        "Kunci urutan: " + keys.group(1) + "; dipisah koma, `-` di depan untuk menurun.");
                parameter.setSchema(OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .maxLength(100)
                        .pattern("^" + oneOf + "(?:," + oneOf + ")*$"));
            }
        }
    }

    private static void headers(
            HttpMethod method,
            Operation operation,
            int status,
            boolean writes,
            boolean keyed,
            boolean conditional,
            APIResponse response) {
        var headers = ContractParts.headers(status);
        if (status == 201 || (status == 200 && (writes || conditional))) {
            headers.put("ETag", ContractParts.ref("ETag"));
        }
        if (status == 201 || status == 202) {
            headers.put("Location", ContractParts.ref("Location"));
        }
        if (status < 300 && keyed) {
            headers.put("Idempotent-Replayed", ContractParts.ref("Idempotent-Replayed"));
        }
        if (status == 200
                && method == HttpMethod.GET
                && operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> "cursor".equals(p.getName()))) {
            headers.put("Link", ContractParts.ref("Link"));
        }
        if (response.getHeaders() != null) {
            headers.putAll(response.getHeaders());
        }
        response.setHeaders(headers);
        if (response.getDescription() == null || BY_GENERATOR.contains(response.getDescription())) {
            response.setDescription(DONE.getOrDefault(status, "Berhasil."));
        }
        var example = ContractParts.EXAMPLES.get(status);
        if (response.getContent() == null && example != null) {
            response.setContent(ContractParts.problemContent(status, example));
        }
    }
}
