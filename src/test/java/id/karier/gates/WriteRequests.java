package id.karier.gates;

import com.fasterxml.jackson.databind.JsonNode;
import id.karier.kernel.Role;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Reach;
import id.karier.kernel.access.Resource;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Every write of the contract as a request that is right, to be sent again with one part of it changed. */
final class WriteRequests {
    private static final Set<String> NAMING_A_VERSION = Set.of("PATCH", "PUT", "DELETE");

    /** Before a tag that is sent as it is written, without quotation marks of ours. */
    static final String RAW = "raw:";

    /** Members that are shown once, so that a replay comes without them. */
    static final Map<String, String> SHOWN_ONCE = Map.of(
            "enrolSecondFactor", "recoveryCodes",
            "createAccount", "temporaryPassword",
            "createAgency", "temporaryPasswords",
            "resetAccountPassword", "temporaryPassword",
            "createClient", "secret",
            "rotateClientSecret", "secret");

    private WriteRequests() {}

    /** An operation, and the least that its sender needs to be. */
    record Write(Contract.Operation operation, Role role, boolean ofOneself) {
        String id() {
            return operation.id();
        }

        boolean namesAVersion() {
            return NAMING_A_VERSION.contains(operation.method());
        }

        String kind() {
            return MatrixWorld.kind(operation.path());
        }

        @Override
        public String toString() {
            return operation.toString();
        }
    }

    /** One request in every part, so that it can be sent again with one of them changed. */
    record Sending(Write write, MatrixWorld world, UUID who, String address, String body, String tag, String key) {
        Sending by(UUID another) {
            return new Sending(write, world, another, address, body, tag, key);
        }

        Sending body(String another) {
            return new Sending(write, world, who, address, another, tag, key);
        }

        Sending tag(String another) {
            return new Sending(write, world, who, address, body, another, key);
        }

        Sending key(String another) {
            return new Sending(write, world, who, address, body, tag, another);
        }

        Sending at(String another, String itsTag) {
            return new Sending(write, world, who, another, body, itsTag, key);
        }

        Response send() {
            var request = world.as(write.role(), who);
            for (var parameter : write.operation().parameters()) {
                if (parameter.path("required").asBoolean()
                        && parameter.path("in").asText().equals("query")) {
                    request.queryParam(parameter.path("name").asText(), MatrixRequests.query(parameter));
                }
            }
            if (body != null) {
                request.contentType(media(write).getKey()).body(body);
            }
            if (tag != null) {
                request.header("If-Match", tag.startsWith(RAW) ? tag.substring(RAW.length()) : '"' + tag + '"');
            }
            if (key != null) {
                request.header("Idempotency-Key", key);
            }
            return request.when().request(write.operation().method(), address);
        }
    }

    static Stream<Write> writes() {
        return Contract.operations().stream()
                .filter(o -> !o.method().equals("GET"))
                .filter(o -> takesKey(o) || NAMING_A_VERSION.contains(o.method()))
                .map(WriteRequests::write);
    }

    /** A request that is right, about these objects. */
    static Sending sending(Write write, MatrixWorld world, MatrixObjects given) {
        // what somebody does to herself is done to objects of her own
        boolean newcomer = write.ofOneself();
        var own = newcomer ? world.fresh(MatrixWorld.Target.OWN) : given;
        var who = newcomer ? world.newcomer(write.role(), own) : world.self();
        var objects = write.operation().path().contains("{") ? own : given;
        MatrixStages.set(write.id(), objects);
        var address = MatrixWorld.address(write.operation().path(), objects);
        var media = media(write);
        var body = media == null ? null : MatrixRequests.body(write.id(), media.getValue(), world, objects);
        var tag = write.namesAVersion() ? objects.version(write.kind()) : null;
        return new Sending(write, world, who, address, body, tag, null);
    }

    private static Map.Entry<String, JsonNode> media(Write write) {
        return write.operation().body();
    }

    static boolean takesKey(Contract.Operation operation) {
        return !operation.parameter("Idempotency-Key").isMissingNode();
    }

    static Write write(Contract.Operation operation) {
        var access = operation.says().path("x-access");
        var resource = Resource.valueOf(access.path("resource").asText());
        var action = Action.valueOf(access.path("action").asText());
        for (var reach : List.of(Reach.AGENCY, Reach.SELF, Reach.NATION)) {
            for (var role : Role.values()) {
                if (AccessTable.reach(role, resource, action) == reach) {
                    return new Write(operation, role, reach == Reach.SELF);
                }
            }
        }
        throw new IllegalStateException("no role may do " + operation);
    }
}
