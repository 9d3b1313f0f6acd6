package id.karier.app.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Open;
import id.karier.kernel.access.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    private final Map<String, Rule> rules = new HashMap<>();
    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, List<ClassInfo>> records = new HashMap<>();

    /**
     * Who may call an operation: everybody, or whoever the access table lets do this to that.
     *
     * @param conditional whether it asks the request for its preconditions, and so answers an entity tag and 304
     */
    record Rule(@Nullable Resource resource, Action action, boolean conditional) {
        boolean open() {
            return resource == null;
        }

        boolean writes() {
            return resource != null && action != Action.READ;
        }
    }

    ContractSource(IndexView index) {
        for (var type : index.getKnownClasses()) {
            if (type.isRecord() && type.name().toString().startsWith(OURS)) {
                records.computeIfAbsent(schemaName(type), n -> new ArrayList<>())
                        .add(type);
            }
        }
        for (var operation : index.getAnnotations(DotName.createSimple(Operation.class))) {
            if (operation.target().kind() == AnnotationTarget.Kind.METHOD && operation.value("operationId") != null) {
                var rule = rule(operation.target().asMethod());
                var operationId = operation.value("operationId").asString();
                if (rule != null) {
                    rules.put(operationId, rule);
                }
                for (var response : operation.target().asMethod().annotationsWithRepeatable(RESPONSE, index)) {
                    answer(index, operationId, response);
                }
            }
        }
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

    private static @Nullable Rule rule(MethodInfo method) {
        boolean conditional =
                method.parameterTypes().stream().anyMatch(t -> t.name().equals(PRECONDITIONS));
        var access = method.annotation(ACCESS);
        if (access != null) {
            var action = access.value("action");
            return new Rule(
                    Resource.valueOf(access.value().asEnum()),
                    action == null ? Action.READ : Action.valueOf(action.asEnum()),
                    conditional);
        }
        return method.hasAnnotation(OPEN) ? new Rule(null, Action.READ, conditional) : null;
    }

    private static String schemaName(ClassInfo type) {
        var schema = type.declaredAnnotation(SCHEMA);
        var name = schema == null ? null : schema.value("name");
        return name == null ? type.simpleName() : name.asString();
    }
}
