package id.karier.kernel.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

/** JSON Merge Patch (RFC 7396) over the record of an object's changeable members. */
@ApplicationScoped
public class MergePatch {
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(OutsideJson json, Validator validator) {
        this.json = json.mapper();
        this.validator = validator;
    }

    /**
     * The record with the patch applied: members that the patch leaves out stay, {@code null} clears.
     *
     * @throws id.karier.kernel.ProblemException 400 for a member that the record does not have or cannot hold
     * @throws ConstraintViolationException when the outcome breaks a constraint of the record
     */
    public <T extends Record> T apply(T current, ObjectNode patch, Class<T> type) {
        T patched;
        try {
            var merged = merge((ObjectNode) json.valueToTree(current), patch);
            patched = json.treeToValue(merged, type);
        } catch (JsonProcessingException unreadable) {
            throw ProblemMapper.unreadableProblem(unreadable);
        }
        var violations = validator.validate(patched);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return patched;
    }

    private static ObjectNode merge(ObjectNode target, ObjectNode patch) {
        for (var member : patch.properties()) {
            var value = member.getValue();
            if (value.isNull()) {
                target.remove(member.getKey());
            } else if (value instanceof ObjectNode inner && target.get(member.getKey()) instanceof ObjectNode old) {
                target.set(member.getKey(), merge(old, inner));
            } else {
                target.set(member.getKey(), value);
            }
        }
        return target;
    }
}
