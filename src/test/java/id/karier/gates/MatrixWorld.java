package id.karier.gates;

import static io.restassured.RestAssured.given;

import id.karier.identity.Passwords;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import io.quarkus.arc.Arc;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Two agencies, whoever asks in one of them, and what there is to ask for: one's own, a colleague's, a stranger's. */
final class MatrixWorld {
    static final String PASSWORD = "kata-sandi-matriks";

    /** Whose object a request names. */
    enum Target {
        /** About the asker. */
        OWN,
        /** About somebody in a unit that the asker leads. */
        TEAM,
        /** About a colleague, in a case in which the asker has a part. */
        PARTY,
        /** About a colleague with whom the asker has nothing to do. */
        SAME_AGENCY,
        OTHER_AGENCY
    }

    /** What every agency reads under one name: reference lists, and what the law says. */
    private static final Map<String, String> NATIONAL = Map.of(
            "{list}", "ranks",
            "{calculator}", "retirement",
            "{kind}", "LEARNING_HOURS",
            "{importKind}", "employees",
            "{exportKind}", "employees",
            "{version}", "LAN_10_2018");

    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");

    private final TestAgency agency = TestAgency.called("matrix");
    private final TestAgency other = TestAgency.called("matrix");
    private final String passwordHash =
            Arc.container().instance(Passwords.class).get().hash(PASSWORD);
    private final Map<Target, MatrixObjects> standing = new EnumMap<>(Target.class);
    private final Map<String, String> tokens = new HashMap<>();

    MatrixWorld() {
        for (var target : Target.values()) {
            standing.put(target, fresh(target));
        }
        standing(Target.TEAM).ledBy(self());
        for (var role : Role.values()) {
            fresh(Target.OWN)
                    .account(
                            agency.account(self().toString(), role.name()),
                            "diri-" + role + "-" + agency.code,
                            role == Role.ASN ? self() : null);
        }
    }

    /** The objects that stay as they are: what is read, and what may not be written. */
    MatrixObjects standing(Target target) {
        return standing.get(target);
    }

    /** Objects of their own for one request that is to change them. */
    MatrixObjects fresh(Target target) {
        var objects = new MatrixObjects(target == Target.OTHER_AGENCY ? other : agency, passwordHash);
        if (target == Target.TEAM && standing.containsKey(target)) {
            objects.inUnit(standing(target).id("units"));
        } else if (target == Target.PARTY) {
            objects.withPart(self());
        }
        return objects;
    }

    /** Whoever asks, unless it is said that somebody else does. */
    UUID self() {
        return UUID.fromString(standing(Target.OWN).id("employees"));
    }

    /** Somebody new of a role, with a record and an account of her own: for what a person does to herself. */
    UUID newcomer(Role role, MatrixObjects objects) {
        var self = UUID.fromString(objects.id("employees"));
        objects.account(
                agency.account(self.toString(), role.name()),
                "baru-" + self.toString().substring(0, 8),
                self);
        return self;
    }

    /** The code of the agency of whoever asks. */
    String agency() {
        return agency.code;
    }

    /** All that the agency of whoever asks has in the database, to see whether a request changed any of it. */
    Map<String, String> content() {
        return AgencyContent.of(agency.code);
    }

    /** The number of rows of each table of theirs. */
    Map<String, Long> rows() {
        return AgencyContent.rows(agency.code);
    }

    /** A request by a person; signed once, because signing is what takes time here. */
    RequestSpecification as(Role role, UUID self) {
        return bearing(token(role, self));
    }

    String token(Role role, UUID self) {
        return tokens.computeIfAbsent(role + " " + self, key -> agency.token(self, role));
    }

    RequestSpecification asClient(String... scopes) {
        return bearing(tokens.computeIfAbsent(String.join(" ", scopes), key -> agency.clientToken(scopes)));
    }

    /** A request by somebody with every right in the other agency. */
    RequestSpecification asStranger() {
        return bearing(other.token(null, Role.values()));
    }

    private static RequestSpecification bearing(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    /** Every parameter of the address means the same in every agency. */
    static boolean national(String path) {
        return PARAMETER.matcher(path).results().allMatch(parameter -> NATIONAL.containsKey(parameter.group()))
                && !decides(path);
    }

    /** Only an agency's own version waits for a decision. */
    private static boolean decides(String path) {
        return path.endsWith("/approval") || path.endsWith("/rejection");
    }

    /** The address with the names of the objects in it. */
    static String address(String path, MatrixObjects objects) {
        var address = new StringBuilder("/api/v1");
        var words = new ArrayList<String>();
        for (var segment : segments(path)) {
            address.append('/');
            if (!PARAMETER.matcher(segment).matches()) {
                words.add(segment);
                address.append(segment);
                continue;
            }
            var national = decides(path) && segment.equals("{version}") ? null : NATIONAL.get(segment);
            address.append(national == null ? objects.id(String.join("/", words)) : national);
        }
        return address.toString();
    }

    /** The kind of the object that an address names last. */
    static String kind(String path) {
        return words(path.substring(0, path.lastIndexOf('{')));
    }

    /** The fixed words of an address. */
    static String words(String path) {
        return segments(path).stream()
                .filter(segment -> !PARAMETER.matcher(segment).matches())
                .collect(Collectors.joining("/"));
    }

    private static List<String> segments(String path) {
        return List.of(path.substring("/api/v1/".length()).split("/"));
    }
}
