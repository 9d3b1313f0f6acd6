package id.karier.gates;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.gates.MatrixWorld.Target;
import id.karier.kernel.Role;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectRegistry;
import id.karier.kernel.access.Reach;
import id.karier.kernel.access.Resource;
import io.quarkus.arc.Arc;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Asks every endpoint of a contract as every role, machine and stranger for one's own object, one of one's team, one of a
 * case in which one has a part, a colleague's, and one of another agency, and holds the answers against the access table.
 * What an object is about is said by its kind, wherever its address stands.
 */
final class AccessMatrix {
    private static final Set<String> NAMING_A_VERSION = Set.of("PATCH", "PUT", "DELETE");
    private static final String RESULTS = "/api/v1/calculations/{calculator}/results";
    private static final int MOST_PAGES = 40;

    /** What an operation asks besides the row of its own resource: scopes as machines have them. */
    private static final Map<String, List<String>> ALSO = Map.of(
            // whom a simulation concerns is told to whoever may read what it was made of
            "listSimulationChanges", List.of("employees:read", "histories:read"),
            // the rows are personal data as they came: for whoever may send them
            "getImportReport",
                    List.of(
                            "employees:write",
                            "personal-data:write",
                            "histories:write",
                            "units:write",
                            "positions:write"),
            // an import is no way round the permissions for what it writes
            "createImport",
                    List.of(
                            "employees:write",
                            "personal-data:write",
                            "histories:write",
                            "units:write",
                            "positions:write"));

    /** Parameters after these words name no declared object, and why. */
    private static final Set<String> NO_KIND = Set.of(
            // a job is its orderer's agency's; what it tells of people is guarded by its own lists
            "imports",
            "imports/templates",
            "jobs",
            // reference data and law: the same for everybody
            "reference",
            // a register as a whole; its rows are narrowed as its lists are, which ExportTest asks
            "exports",
            "calculations",
            "rule-sets",
            "rule-sets/simulations",
            // kept for one account and nobody else, whatever its role
            "calculations/results");

    /** What is not for oneself although the owner writes other things of that kind. */
    private static final Set<String> NOT_FOR_ONESELF = Set.of("decideCompetencyClaim", "decideAssessmentReview");

    /** What a person writes about herself although it stands below her file. */
    private static final Set<String> FOR_ONESELF = Set.of(
            "createCompetencyClaim",
            "addAssessmentRater",
            "createAssessmentReview",
            "submitAssessmentForm",
            "declineAssessmentForm");

    private final Path contract;
    private final MatrixWorld world;

    AccessMatrix(Path contract, MatrixWorld world) {
        this.contract = contract;
        this.world = world;
    }

    /** One operation of the contract, by its rule. */
    record Endpoint(String method, String path, Resource resource, Action action, JsonNode operation) {
        /** A calculation is sent and not got, and changes nothing either. */
        boolean changes() {
            return !method.equals("GET") && action != Action.READ;
        }

        boolean single() {
            return path.contains("{");
        }

        /** A kept result is there for the account that kept it and for nobody else, whatever the role. */
        boolean kept() {
            return path.startsWith(RESULTS + "/{");
        }

        /** Answers pages of what stands at its address. */
        boolean lists() {
            for (var parameter : operation.path("parameters")) {
                if (parameter.path("name").asText().equals("cursor")) {
                    return true;
                }
            }
            return false;
        }

        String operationId() {
            return operation.path("operationId").asText();
        }

        @Override
        public String toString() {
            return method + ' ' + path;
        }
    }

    /** @param request a request in the asker's name, who is the given person */
    record Asker(String name, Reach reach, Function<UUID, RequestSpecification> request) {
        /** A machine has no record of its own. */
        boolean isPerson() {
            return !name.startsWith("machine");
        }
    }

    enum Expected {
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        ALLOWED;

        boolean holds(int status) {
            return switch (this) {
                case UNAUTHENTICATED -> status == 401;
                case FORBIDDEN -> status == 403;
                case NOT_FOUND -> status == 404;
                case ALLOWED -> status / 100 == 2;
            };
        }
    }

    Stream<Endpoint> guarded() {
        return operations(contract()).filter(e -> e.resource() != null);
    }

    /** The kind of the objects that an address names last, or lists; nothing when it names none. */
    static Optional<ObjectKind> kind(String path) {
        var words = MatrixWorld.words(path);
        return Arc.container().instance(ObjectRegistry.class).get().all().stream()
                .filter(kind -> kind.address() != null
                        && MatrixWorld.words(kind.address()).equals(words))
                .findFirst();
    }

    private static boolean isAboutPeople(Endpoint endpoint) {
        var named = endpoint.path().substring(0, endpoint.path().lastIndexOf('}') + 1);
        var kind = kind(named);
        if (kind.isEmpty() && !NO_KIND.contains(MatrixWorld.words(named))) {
            throw new IllegalStateException("no kind of object is declared at " + named + ": say .at(\""
                    + named.replaceAll("/\\{\\w+}$", "") + "\") in its ObjectKind");
        }
        return kind.map(ObjectKind::isAboutPeople).orElse(false);
    }

    /** Every answer to an endpoint that is not what the access table says. */
    List<String> wrongAnswers(Endpoint endpoint) {
        var wrong = new ArrayList<String>();
        for (var target : endpoint.single() ? targets(endpoint) : List.of(Target.OWN)) {
            for (var asker : askers(endpoint)) {
                var expected = expected(endpoint, asker, target);
                var answer = call(endpoint, asker, target, expected);
                if (!expected.holds(answer.statusCode())) {
                    wrong.add("%s on %s: %d instead of %s %s"
                            .formatted(
                                    asker.name(),
                                    target,
                                    answer.statusCode(),
                                    expected,
                                    answer.statusCode() < 300 ? "" : answer.asString()));
                }
            }
        }
        return wrong;
    }

    private static List<Target> targets(Endpoint endpoint) {
        var targets = new ArrayList<>(List.of(Target.OWN, Target.TEAM, Target.SAME_AGENCY, Target.OTHER_AGENCY));
        var kind = kind(endpoint.path().substring(0, endpoint.path().lastIndexOf('}') + 1));
        if (kind.isPresent() && !kind.get().parties().isEmpty()) {
            targets.add(Target.PARTY);
        }
        return targets;
    }

    /** Every list of what is about people, with the objects that are missing in it or too many. */
    List<String> wrongLists() {
        var wrong = new ArrayList<String>();
        guarded()
                .filter(e -> e.lists() && !e.changes() && !e.path().endsWith("}"))
                .filter(e -> kind(listed(e)).map(ObjectKind::isAboutPeople).orElse(false))
                .forEach(e -> wrong.addAll(wrongItems(e)));
        return wrong;
    }

    /** A search answers what the list answers, at an address of its own. */
    private static String listed(Endpoint endpoint) {
        return endpoint.path().replaceFirst("/search$", "");
    }

    List<String> wrongItems(Endpoint list) {
        var wrong = new ArrayList<String>();
        var kind = kind(listed(list)).orElseThrow();
        var words = MatrixWorld.words(listed(list));
        var targets = new ArrayList<>(List.of(Target.OWN, Target.TEAM, Target.SAME_AGENCY, Target.OTHER_AGENCY));
        if (!kind.parties().isEmpty()) {
            targets.add(Target.PARTY);
        }
        targets.forEach(target -> world.standing(target).id(words));
        for (var asker : askers(list.resource(), list.action())) {
            if (asker.reach() == null || asker.reach() == Reach.NONE) {
                continue;
            }
            for (var target : targets) {
                var id = world.standing(target).id(words);
                boolean expected = sees(asker.reach(), target);
                boolean found = items(list, asker, target).contains(id);
                if (found != expected) {
                    wrong.add("%s: %s %s %s of %s"
                            .formatted(list, asker.name(), found ? "sees" : "misses", kind, target));
                }
            }
        }
        return wrong;
    }

    private static boolean sees(Reach reach, Target target) {
        return switch (target) {
            case OWN, PARTY -> true;
            case TEAM -> reach != Reach.SELF;
            case SAME_AGENCY -> reach == Reach.AGENCY || reach == Reach.NATION;
            case OTHER_AGENCY -> reach == Reach.NATION;
        };
    }

    /** The ids in all pages of a list; nothing when the list itself is out of reach. */
    private Set<String> items(Endpoint list, Asker asker, Target target) {
        var ids = new HashSet<String>();
        String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            var request = asker.request().apply(world.self()).queryParam("limit", 200);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            if (!list.method().equals("GET")) {
                request.contentType("application/json").body("{}");
            }
            var address = list.single() ? MatrixWorld.address(list.path(), world.standing(target)) : list.path();
            var answer = request.request(list.method(), address);
            if (answer.statusCode() != 200) {
                return ids;
            }
            ids.addAll(answer.jsonPath().getList("items.id", String.class));
            cursor = answer.path("next");
            if (cursor == null) {
                return ids;
            }
        }
        throw new IllegalStateException("more than " + MOST_PAGES + " pages of " + list);
    }

    private static Expected expected(Endpoint endpoint, Asker asker, Target target) {
        if (asker.reach() == null) {
            return Expected.UNAUTHENTICATED;
        }
        if (asker.reach() == Reach.NONE) {
            return Expected.FORBIDDEN;
        }
        if (endpoint.kept()) {
            return target == Target.OWN ? Expected.ALLOWED : Expected.NOT_FOUND;
        }
        if (target == Target.OTHER_AGENCY && asker.reach() != Reach.NATION && !MatrixWorld.national(endpoint.path())) {
            return Expected.NOT_FOUND;
        }
        if (target == Target.OWN && asker.isPerson() && isAboutWriter(endpoint)) {
            return Expected.FORBIDDEN;
        }
        boolean sees = !endpoint.single() || !isAboutPeople(endpoint) || sees(asker.reach(), target);
        return sees ? Expected.ALLOWED : Expected.NOT_FOUND;
    }

    /** Whether what is written would be about the writer herself, and its kind or what is asked does not let her. */
    private static boolean isAboutWriter(Endpoint endpoint) {
        if (NOT_FOR_ONESELF.contains(endpoint.operationId())) {
            return true;
        }
        if (FOR_ONESELF.contains(endpoint.operationId())) {
            return false;
        }
        var named = endpoint.path().substring(0, endpoint.path().lastIndexOf('}') + 1);
        return endpoint.changes()
                && endpoint.single()
                && kind(named)
                        .map(kind -> kind.about() != null && !kind.isOwnerWritable())
                        .orElse(false);
    }

    private List<Asker> askers(Endpoint endpoint) {
        var also = ALSO.getOrDefault(endpoint.operationId(), List.of());
        return askers(endpoint.resource(), endpoint.action(), also);
    }

    private static boolean has(Role role, List<String> scopes) {
        return scopes.stream().allMatch(scope -> {
            var parts = scope.split(":", -1);
            return Arrays.stream(Resource.values())
                    .filter(resource -> resource.scope().equals(parts[0]))
                    .anyMatch(resource ->
                            AccessTable.reach(role, resource, Action.valueOf(parts[1].toUpperCase(Locale.ROOT)))
                                            .compareTo(Reach.AGENCY)
                                    >= 0);
        });
    }

    List<Asker> askers(Resource resource, Action action) {
        return askers(resource, action, List.of());
    }

    /** @param also without which nobody gets anything but a refusal */
    private List<Asker> askers(Resource resource, Action action, List<String> also) {
        var askers = new ArrayList<Asker>();
        for (var role : Role.values()) {
            var reach = has(role, also) ? AccessTable.reach(role, resource, action) : Reach.NONE;
            askers.add(new Asker(role.name(), reach, self -> world.as(role, self)));
        }
        var scope = resource.scope() + ':' + action.name().toLowerCase(Locale.ROOT);
        var other = resource == Resource.UNIT ? "positions:read" : "units:read";
        var granted = AccessTable.reachOfScopes(Set.of(scope), resource, action);
        var scopes = Stream.concat(Stream.of(scope), also.stream()).toArray(String[]::new);
        askers.add(new Asker("machine with " + String.join(" ", scopes), granted, self -> world.asClient(scopes)));
        also.forEach(one -> askers.add(new Asker(
                "machine without " + one,
                Reach.NONE,
                self -> world.asClient(
                        Arrays.stream(scopes).filter(kept -> !kept.equals(one)).toArray(String[]::new)))));
        askers.add(new Asker("machine with " + other, Reach.NONE, self -> world.asClient(other)));
        askers.add(new Asker("nobody", null, self -> given()));
        return askers;
    }

    private Response call(Endpoint endpoint, Asker asker, Target target, Expected expected) {
        boolean writes = endpoint.changes() && expected == Expected.ALLOWED;
        var objects = writes ? world.fresh(target) : world.standing(target);
        boolean herself = writes && target == Target.OWN && endpoint.single() && isAboutPeople(endpoint);
        var self = herself ? UUID.fromString(objects.id("employees")) : world.self();
        var request = asker.request().apply(self);
        for (var parameter : endpoint.operation().path("parameters")) {
            if (parameter.path("required").asBoolean()
                    && parameter.path("in").asText().equals("query")) {
                request.queryParam(parameter.path("name").asText(), MatrixRequests.query(parameter));
            }
        }
        var media = new Contract.Operation(endpoint.method(), endpoint.path(), endpoint.operation()).body();
        if (media != null) {
            var here = target == Target.OTHER_AGENCY ? world.standing(Target.OWN) : objects;
            request.contentType(media.getKey())
                    .body(MatrixRequests.body(endpoint.operationId(), media.getValue(), world, here));
        }
        if (NAMING_A_VERSION.contains(endpoint.method())) {
            request.header("If-Match", '"' + objects.version(MatrixWorld.kind(endpoint.path())) + '"');
        }
        MatrixStages.set(endpoint.operationId(), objects);
        var address = endpoint.kept()
                ? endpoint.path().replace(RESULTS + "/{id}", kept(asker, target, expected))
                : MatrixWorld.address(endpoint.path(), objects);
        return request.when().request(endpoint.method(), address);
    }

    /** The address of a result that the asker has kept, or a colleague or a stranger. */
    private String kept(Asker asker, Target target, Expected expected) {
        var keeper = target == Target.OTHER_AGENCY
                ? world.asStranger()
                : expected == Expected.ALLOWED
                        ? asker.request().apply(world.self())
                        : world.as(Role.AUDITOR, UUID.randomUUID());
        return keeper.contentType("application/json")
                .body("{\"birthDate\": \"1990-01-01\", \"postLevel\": \"PENGAWAS\"}")
                .post(RESULTS.replace("{calculator}", "retirement"))
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
    }

    JsonNode contract() {
        try {
            return new ObjectMapper().readTree(contract.toFile());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static List<String> unruled(JsonNode contract) {
        return operations(contract)
                .filter(e -> e.resource() == null)
                .map(Endpoint::toString)
                .toList();
    }

    private static Stream<Endpoint> operations(JsonNode contract) {
        var found = new ArrayList<Endpoint>();
        contract.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    if (operation.getValue().has("responses")) {
                        found.add(endpoint(operation.getKey(), path.getKey(), operation.getValue()));
                    }
                }));
        return found.stream();
    }

    private static Endpoint endpoint(String method, String path, JsonNode operation) {
        var access = operation.path("x-access");
        boolean ruled = !access.isMissingNode();
        return new Endpoint(
                method.toUpperCase(Locale.ROOT),
                path,
                ruled ? Resource.valueOf(access.path("resource").asText()) : null,
                ruled ? Action.valueOf(access.path("action").asText()) : null,
                operation);
    }
}
