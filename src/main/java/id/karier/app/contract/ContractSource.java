package id.karier.app.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Open;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Register;
import id.karier.kernel.web.RegisterOperation;
import id.karier.kernel.web.RegisterResource;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/** What the code says and the generated document does not: access rules, and which members are never absent. */
final class ContractSource {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName SCHEMA = DotName.createSimple(Schema.class);
    private static final DotName ACCESS = DotName.createSimple(Access.class);
    private static final DotName OPEN = DotName.createSimple(Open.class);
    private static final DotName RESPONSE = DotName.createSimple(APIResponse.class);
    private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);
    private static final DotName PRECONDITIONS = DotName.createSimple(jakarta.ws.rs.core.Request.class);
    private static final String OURS = "id.karier.";
    private static final String DEMO = "id.karier.demo.";

    private static final DotName GET = DotName.createSimple(jakarta.ws.rs.GET.class);
    private static final List<DotName> VERBS = List.of(
            GET,
            DotName.createSimple(POST.class),
            DotName.createSimple(PATCH.class),
            DotName.createSimple(DELETE.class));

    private final Map<String, Words> inherited = new HashMap<>();
    private final Map<String, Rule> rules = new HashMap<>();
    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, List<ClassInfo>> records = new HashMap<>();

    /**
     * Who may call an operation: everybody, or whoever the access table lets do this to that.
     *
     * @param conditional whether it asks the request for its preconditions, and so answers an entity tag and 304
     * @param keyless whether it writes without an Idempotency-Key
     */
    record Rule(@Nullable Resource resource, Action action, boolean conditional, boolean keyless) {
        boolean open() {
            return resource == null;
        }

        boolean writes() {
            return resource != null && action != Action.READ;
        }
    }

    /** What a register says of one operation. */
    record Words(RegisterOperation operation, String operationId, String summary, String description) {}

    ContractSource(IndexView index) {
        for (var type : index.getKnownClasses()) {
            var name = type.name().toString();
            // the demo's people are no part of the contract, and have records of the same names and members
            if (type.isRecord() && name.startsWith(OURS) && !name.startsWith(DEMO)) {
                records.computeIfAbsent(schemaName(type), n -> new ArrayList<>())
                        .add(type);
            }
        }
        for (var operation : index.getAnnotations(DotName.createSimple(Operation.class))) {
            if (operation.target().kind() == AnnotationTarget.Kind.METHOD && operation.value("operationId") != null) {
                var method = operation.target().asMethod();
                var operationId = operation.value("operationId").asString();
                rule(operationId, method.declaringClass(), method);
                for (var response : method.annotationsWithRepeatable(RESPONSE, index)) {
                    answer(index, operationId, response);
                }
            }
        }
        for (var register : index.getAnnotations(DotName.createSimple(Register.class))) {
            register(index, register);
        }
    }

    /** A register inherits its methods; the generator names their operations by class and method. */
    private void register(IndexView index, AnnotationInstance register) {
        var resource = register.target().asClass();
        var base = Objects.requireNonNull(index.getClassByName(RegisterResource.class));
        for (var method : base.methods()) {
            if (VERBS.stream().anyMatch(method::hasDeclaredAnnotation)) {
                var operation = RegisterOperation.of(method.name());
                var words = new Words(
                        operation,
                        operation.id(value(index, register, "object")),
                        operation.summary(value(index, register, "one"), value(index, register, "many")),
                        operation.description(value(index, register, "sort"), value(index, register, "creating")));
                inherited.put(resource.name() + "_" + method.name(), words);
                rule(words.operationId(), resource, method);
            }
        }
    }

    private static String value(IndexView index, AnnotationInstance register, String member) {
        return register.valueWithDefault(index, member).asString();
    }

    /** What is said of an operation that a resource inherits, by the name that the generator gives it. */
    @Nullable
    Words inherited(@Nullable String generatedId) {
        return inherited.get(String.valueOf(generatedId));
    }

    /** Schema of the body that an operation says it answers a status with, when it names the type and no media type. */
    @Nullable
    String answer(@Nullable String operationId, String status) {
        return answers.get(operationId + ' ' + status);
    }

    private void answer(IndexView index, String operationId, AnnotationInstance response) {
        var content = response.value("content");
        if (content == null || response.value("responseCode") == null) {
            return;
        }
        for (var media : content.asNestedArray()) {
            var schema = media.value("schema") == null
                    ? null
                    : media.value("schema").asNested().value("implementation");
            var type = schema == null
                    ? null
                    : index.getClassByName(schema.asClass().name());
            if (type != null) {
                answers.put(operationId + ' ' + response.value("responseCode").asString(), schemaName(type));
            }
        }
    }

    @Nullable
    Rule rule(@Nullable String operationId) {
        return operationId == null ? null : rules.get(operationId);
    }

    /** Those members of a schema that an answer always carries; nothing for a schema that is no record of ours. */
    Set<String> alwaysPresent(String schema, Set<String> members) {
        var present = new HashSet<String>();
        var type = records.getOrDefault(schema, List.of()).stream()
                .filter(r -> components(r).containsAll(members))
                .findFirst()
                .orElse(null);
        if (type == null) {
            return present;
        }
        var include = type.declaredAnnotation(INCLUDE);
        boolean emptyLeftOut = include != null
                && JsonInclude.Include.NON_EMPTY.name().equals(include.value().asEnum());
        for (var component : type.recordComponents()) {
            boolean mayBeEmpty = component.type().kind() == Type.Kind.PARAMETERIZED_TYPE;
            if (!component.type().hasAnnotation(NULLABLE) && !(mayBeEmpty && emptyLeftOut)) {
                present.add(jsonName(type, component));
            }
        }
        return present;
    }

    private static Set<String> components(ClassInfo type) {
        return type.recordComponents().stream().map(c -> jsonName(type, c)).collect(Collectors.toSet());
    }

    private static String jsonName(ClassInfo type, RecordComponentInfo component) {
        var field = type.field(component.name());
        var renamed = field == null ? null : field.annotation(DotName.createSimple(JsonProperty.class));
        return renamed == null || renamed.value() == null
                ? component.name()
                : renamed.value().asString();
    }

    /** The same order as that of the filter that admits requests: the method's word, then its resource's. */
    private void rule(String operationId, ClassInfo resource, MethodInfo method) {
        boolean conditional =
                method.parameterTypes().stream().anyMatch(t -> t.name().equals(PRECONDITIONS));
        var own = method.declaredAnnotation(ACCESS);
        var whole = resource.declaredAnnotation(ACCESS);
        if (method.hasDeclaredAnnotation(OPEN)) {
            rules.put(operationId, new Rule(null, Action.READ, conditional, false));
        } else if (own != null) {
            var action = own.value("action");
            var keyless = own.value("keyless");
            rules.put(
                    operationId,
                    new Rule(
                            Resource.valueOf(own.value().asEnum()),
                            action == null ? Action.READ : Action.valueOf(action.asEnum()),
                            conditional,
                            keyless != null && keyless.asBoolean()));
        } else if (whole != null) {
            var action = method.hasDeclaredAnnotation(GET) ? Action.READ : Action.WRITE;
            rules.put(operationId, new Rule(Resource.valueOf(whole.value().asEnum()), action, conditional, false));
        }
    }

    private static String schemaName(ClassInfo type) {
        var schema = type.declaredAnnotation(SCHEMA);
        var name = schema == null ? null : schema.value("name");
        return name == null ? type.simpleName() : name.asString();
    }
}
