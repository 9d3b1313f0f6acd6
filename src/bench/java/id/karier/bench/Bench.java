package id.karier.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.app.Database;
import id.karier.demo.PopulationQueries;
import id.karier.demo.population.Government;
import id.karier.demo.population.Population;
import id.karier.kernel.data.FieldCipher;
import id.karier.kernel.data.Secrets;
import io.smallrye.jwt.build.Jwt;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Measures the product on a real MySQL and prints a table: {@code Bench <jdbc-url> <people-of-the-large-agency>
 * [start|profile|reads|write|pages|exports …]}. The database of the URL is dropped and made again, unless {@code KARIER_BENCH_KEEP} is set:
 * then the people of an earlier run are measured again.
 */
public final class Bench {
    private static final int CONNECTIONS = 8;

    /** Of one round; shorter ones tell less. */
    static final int SECONDS = Integer.parseInt(System.getenv().getOrDefault("KARIER_BENCH_SECONDS", "10"));

    /** Rounds that are not counted: the compiler takes half a minute of full load to be done on two cores. */
    private static final int WARM_UP = 2;

    private static final int SMALL = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String url;
    private final List<String> table = new ArrayList<>();
    private final List<String> plans = new ArrayList<>();

    private Bench(String url) {
        this.url = url;
    }

    public static void main(String... arguments) throws Exception {
        var measures = arguments.length > 2
                ? Set.copyOf(List.of(arguments).subList(2, arguments.length))
                : Set.of("imports", "start", "profile", "reads", "write", "pages");
        new Bench(arguments[0]).run(Integer.parseInt(arguments[1]), measures);
    }

    private void run(int large, Set<String> measures) throws Exception {
        row("measure", "figure", "beside", "ratio");
        row("---", "---", "---", "---");
        if (measures.contains("imports")) {
            new ImportBench(url, this::row).run(2_000, 20_000);
        }
        if (System.getenv("KARIER_BENCH_KEEP") == null) {
            empty();
            load("bench-small", 6, SMALL);
        }
        var java = ProcessHandle.current().info().command().orElse("java");
        if (measures.contains("start")) {
            start("Java " + Runtime.version().feature(), java);
            var archived = System.getenv("KARIER_BENCH_JAVA25");
            if (archived != null) {
                start("Java 25", archived);
                start("Java 25 with its start-up archive", archived, "-XX:AOTCache=karier.aot");
            }
        }
        var small = List.<Double>of();
        try (var server = Server.start(java, url)) {
            if (measures.contains("profile")) {
                profile("bench-small");
            }
            if (measures.contains("reads")) {
                reads("bench-small");
            }
            if (measures.contains("write")) {
                write("bench-small");
            }
            if (measures.contains("pages")) {
                small = pages("bench-small");
            }
            row("resident memory after all this", server.residentMiB() + " MiB", "", "");
        }
        if (measures.contains("pages")) {
            compareLarge(java, large, small);
        }
        if (measures.contains("exports")) {
            loadLarge(large);
            new ExportBench(url, this::row).run(java, token("bench-large", "SDM"), count("bench-large"));
        }
        table.forEach(System.out::println);
        System.out.println();
        plans.forEach(System.out::println);
    }

    /** The best of three, on a schema that is there. */
    private void start(String what, String java, String... options) throws Exception {
        double seconds = Double.MAX_VALUE;
        long resident = 0;
        for (int round = 0; round < 3; round++) {
            try (var server = Server.start(java, url, options)) {
                if (server.secondsToReady < seconds) {
                    seconds = server.secondsToReady;
                    resident = server.residentMiB();
                }
            }
        }
        row("start to ready, " + what, "%.1f s".formatted(seconds), resident + " MiB resident", "");
    }

    private void empty() throws Exception {
        try (var connection = open()) {
            var name = connection.getCatalog();
            connection.createStatement().execute("drop database " + name);
            connection.createStatement().execute("create database " + name);
        }
        Database.migrate(url, "root", "");
    }

    private void loadLarge(int people) throws Exception {
        if (count("bench-large") == 0) {
            load("bench-large", 7, people);
        }
    }

    private void compareLarge(String java, int large, List<Double> small) throws Exception {
        loadLarge(large);
        try (var server = Server.start(java, url)) {
            var many = pages("bench-large");
            var names = List.of("first page", "deep page", "filtered page");
            for (int i = 0; i < names.size(); i++) {
                row(
                        names.get(i) + ", median of one at a time",
                        "%.2f ms at %,d".formatted(many.get(i), large),
                        "%.2f ms at %,d".formatted(small.get(i), SMALL),
                        "%.2f".formatted(many.get(i) / small.get(i)));
            }
        }
    }

    private void profile(String agency) throws Exception {
        var ids = ids(agency, 1000);
        var token = token(agency, "SDM");
        var ours = new ArrayList<Double>();
        var plain = new ArrayList<Double>();
        var empty = new ArrayList<Double>();
        var calculated = new ArrayList<Double>();
        IntFunction<String> calculator = n -> post(
                "/api/v1/calculations/retirement", token, "{\"birthDate\":\"1968-04-11\",\"postLevel\":\"PENGAWAS\"}");
        for (int round = -WARM_UP; round < 3; round++) {
            double one = rate(n -> get("/api/v1/employees/" + ids.get(n % ids.size()), token));
            double other = rate(n -> get("/bench/employees/" + ids.get(n % ids.size()), token));
            double nothing = rate(n -> get("/bench/empty", token));
            double calculation = rate(calculator);
            if (round >= 0) {
                ours.add(one);
                plain.add(other);
                empty.add(nothing);
                calculated.add(calculation);
            }
        }
        row(
                "GET /employees/{id}",
                "%.0f/s".formatted(best(ours)),
                "plain JDBC %.0f/s".formatted(best(plain)),
                "%.2f".formatted(best(ours) / best(plain)));
        row(
                "GET /employees/{id}",
                "%.0f/s".formatted(best(ours)),
                "empty signed-in request %.0f/s".formatted(best(empty)),
                "%.2f".formatted(best(ours) / best(empty)));
        row(
                "POST /calculations/retirement, median of one at a time",
                "%.2f ms"
                        .formatted(Load.run(Server.PORT, 1, SECONDS / 2, calculator)
                                .medianMillis()),
                "",
                "");
        row(
                "POST /calculations/retirement",
                "%.0f/s".formatted(best(calculated)),
                "empty signed-in request %.0f/s".formatted(best(empty)),
                "%.2f".formatted(best(calculated) / best(empty)));
        var sustained = Load.run(Server.PORT, CONNECTIONS, 60, calculator);
        row(
                "POST /calculations/retirement, for a minute on end",
                "%.0f/s".formatted(sustained.perSecond()),
                "99 of 100 within %.1f ms".formatted(sustained.p99Millis()),
                "");
    }

    /** What is read most beside its own statements; both in turn, so that neither has the quieter minute. */
    private void reads(String agency) throws Exception {
        var ids = ids(agency, 1000);
        var token = token(agency, "SDM");
        IntFunction<UUID> person = n -> ids.get(n % ids.size());
        beside(
                "GET /employees, a page of 50",
                n -> get("/api/v1/employees", token),
                n -> get("/bench/employees", token));
        beside(
                "GET /employees/{id}/timeline",
                n -> get("/api/v1/employees/" + person.apply(n) + "/timeline", token),
                n -> get("/bench/employees/" + person.apply(n) + "/timeline", token));
        beside(
                "GET /employees/{id} with four histories",
                n -> get(
                        "/api/v1/employees/" + person.apply(n) + "?expand=ranks,positions,educations,trainings", token),
                n -> get("/bench/employees/" + person.apply(n) + "/histories", token));
    }

    private void beside(String what, IntFunction<String> ours, IntFunction<String> plain) throws Exception {
        var rates = new ArrayList<Double>();
        var plainRates = new ArrayList<Double>();
        for (int round = -WARM_UP; round < 3; round++) {
            double one = rate(ours);
            double other = rate(plain);
            if (round >= 0) {
                rates.add(one);
                plainRates.add(other);
            }
        }
        row(
                what,
                "%.0f/s".formatted(best(rates)),
                "its SQL by plain JDBC %.0f/s".formatted(best(plainRates)),
                "%.2f".formatted(best(rates) / best(plainRates)));
    }

    /** Each connection writes to people of its own, in turn; every write has its log entry and its stored answer. */
    private void write(String agency) throws Exception {
        var token = token(agency, "SDM");
        var ours = new ArrayList<Double>();
        var plain = new ArrayList<Double>();
        for (int round = -WARM_UP; round < 3; round++) {
            var people = ids(agency, 9000);
            var versions = versions(agency);
            double one = rate(n -> {
                var id = people.get(Math.floorMod(n, people.size()));
                return patch("/api/v1/employees/" + id, token, versions.get(id).getAndIncrement());
            });
            double other =
                    rate(n -> patch("/bench/employees/" + people.get(Math.floorMod(n, people.size())), token, 0));
            if (round >= 0) {
                ours.add(one);
                plain.add(other);
            }
        }
        row(
                "PATCH of a profile, logged and idempotent",
                "%.0f/s".formatted(best(ours)),
                "plain JDBC %.0f/s".formatted(best(plain)),
                "%.2f".formatted(best(ours) / best(plain)));
    }

    private Map<UUID, AtomicInteger> versions(String agency) throws Exception {
        var versions = new HashMap<UUID, AtomicInteger>();
        try (var connection = open();
                var found = connection
                        .createStatement()
                        .executeQuery("select id, version from employees where agency = '" + agency + "'")) {
            while (found.next()) {
                versions.put(id(found.getBytes(1)), new AtomicInteger(found.getInt(2)));
            }
        }
        return versions;
    }

    /** Median milliseconds of a first, a deep and a filtered page of 50, asked one at a time. */
    private List<Double> pages(String agency) throws Exception {
        var token = token(agency, "SDM");
        var cursor = deepCursor(token, count(agency) / 2);
        var medians = new ArrayList<Double>();
        for (var address :
                List.of("/api/v1/employees", "/api/v1/employees?cursor=" + cursor, "/api/v1/employees?rank=III%2Fc")) {
            medians.add(Load.run(Server.PORT, 1, SECONDS / 2, n -> get(address, token))
                    .medianMillis());
        }
        var from = "explain format=traditional select id, name from employees where agency = '" + agency + "'";
        explain(agency + ", first page", from + " order by name, id limit 51");
        explain(
                agency + ", deep page",
                from + " and name >= 'M' and (name > 'M' or (name = 'M' and id > x'00')) order by name, id limit 51");
        explain(agency + ", filtered page", from + " and rank_code = 'III/c' order by name, id limit 51");
        return medians;
    }

    private static String deepCursor(String token, long depth) throws Exception {
        String cursor = null;
        for (long at = 0; at < depth; at += 200) {
            var address = "/api/v1/employees?limit=200" + (cursor == null ? "" : "&cursor=" + cursor);
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + Server.PORT + address))
                    .header("Authorization", "Bearer " + token)
                    .build();
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            cursor = JSON.readTree(answer.body()).get("next").asText();
        }
        return cursor;
    }

    private void explain(String what, String sql) throws Exception {
        try (var connection = open();
                var found = connection.createStatement().executeQuery(sql)) {
            while (found.next()) {
                plans.add("- %s: key %s, type %s, rows %s, %s"
                        .formatted(
                                what,
                                found.getString("key"),
                                found.getString("type"),
                                found.getString("rows"),
                                found.getString("Extra")));
            }
        }
    }

    private void load(String agency, int slot, int people) throws Exception {
        long begin = System.nanoTime();
        try (var connection = open()) {
            connection.setAutoCommit(false);
            var crowd = Population.of(Government.called("lampung").as(agency, slot), 1, people, Population.REFERENCE);
            try (var registers = new PopulationQueries(connection, cipher(), LocalDateTime.of(2026, 11, 1, 0, 0))) {
                registers.writeInRounds(crowd);
            }
            connection.createStatement().execute("analyze table employees, employee_name_words");
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        row("%,d people with their histories written".formatted(people), "%.0f s".formatted(seconds), "", "");
    }

    static FieldCipher cipher() throws Exception {
        var key = Base64.getEncoder().encodeToString("karier-bench-field-encryption-01".getBytes());
        return new FieldCipher(new Secrets(new Secrets.Keys() {
            @Override
            public String master() {
                return key;
            }

            @Override
            public Map<String, String> fieldKeys() {
                return Map.of("bench", key);
            }

            @Override
            public String activeFieldKey() {
                return "bench";
            }
        }));
    }

    private double rate(IntFunction<String> request) throws Exception {
        var figures = Load.run(Server.PORT, CONNECTIONS, SECONDS, request);
        if (figures.errors() > 0) {
            throw new IllegalStateException(figures.errors() + " requests were refused: " + request.apply(0));
        }
        return figures.perSecond();
    }

    private static double best(List<Double> rates) {
        return rates.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    private List<UUID> ids(String agency, int limit) throws Exception {
        var ids = new ArrayList<UUID>();
        try (var connection = open();
                var found = connection
                        .createStatement()
                        .executeQuery("select id from employees where agency = '" + agency + "' and unit_id is not null"
                                + " and position_id is not null order by id limit " + limit)) {
            while (found.next()) {
                ids.add(id(found.getBytes(1)));
            }
        }
        return ids;
    }

    private long count(String agency) throws Exception {
        try (var connection = open();
                var found = connection
                        .createStatement()
                        .executeQuery("select count(*) from employees where agency = '" + agency + "'")) {
            found.next();
            return found.getLong(1);
        }
    }

    private Connection open() throws java.sql.SQLException {
        return DriverManager.getConnection(
                url + (url.contains("?") ? "&" : "?") + "rewriteBatchedStatements=true", "root", "");
    }

    private void row(String... cells) {
        table.add("| " + String.join(" | ", cells) + " |");
        System.err.println(String.join("  ", cells));
    }

    private static String get(String path, String token) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n";
    }

    private static String post(String path, String token, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String patch(String path, String token, int version) {
        var body = "{\"officialEmail\":\"m" + UUID.randomUUID() + "@example.id\"}";
        return "PATCH " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nIf-Match: \"" + version + "\"\r\nIdempotency-Key: " + UUID.randomUUID()
                + "\r\nContent-Type: application/merge-patch+json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    private static UUID id(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    static String token(String agency, String role) throws Exception {
        var pem = Files.readString(Server.DATA.resolve("development-signing-key.pem"))
                .replaceAll("-----[A-Z ]+-----", "");
        var factory = KeyFactory.getInstance("RSA");
        var key = (RSAPrivateCrtKey) factory.generatePrivate(
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
        var open = factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        var digest = MessageDigest.getInstance("SHA-256").digest(open.getEncoded());
        return Jwt.claims()
                .subject(UUID.nameUUIDFromBytes(agency.getBytes()).toString())
                .claim("agency", agency)
                .groups(Set.of(role))
                .issuer("https://karier.example.id")
                .audience("karier")
                .expiresIn(Duration.ofHours(2))
                .jws()
                .keyId(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(digest)
                        .substring(0, 16))
                .sign(key);
    }
}
