package id.karier.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * Rates of sign-in, refresh and writes, of two builds of the product in turn on one real MySQL: {@code RatesBench <jdbc-url>
 * <app before> <app now>}. Speaks HTTP only, so that any build with the demo can be measured; each works on a database of its
 * own, which is dropped and filled with the demo.
 */
public final class RatesBench {
    /** As many as may be hashed at once for one network. */
    private static final int CLIENTS = 4;

    private static final int WARM_UP = 2;
    private static final int ROUNDS = 3;
    private static final List<String> GOVERNMENTS =
            List.of("lampung", "bengkulu", "bandung", "lhokseumawe", "tanjungselor");
    private static final String BASE = "http://127.0.0.1:" + Server.PORT + "/api/v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public static void main(String... arguments) throws Exception {
        var rates = new LinkedHashMap<String, List<Double>>();
        for (int turn = 0; turn < 2; turn++) {
            var url = arguments[0].replaceFirst("/karier[a-z_]*\\?", "/karier_rates_" + turn + "?");
            empty(arguments[0], "karier_rates_" + turn);
            var java = ProcessHandle.current().info().command().orElse("java");
            try (var server = Server.start(Path.of(arguments[1 + turn]), java, url, List.of())) {
                new RatesBench()
                        .measure((what, rate) -> rates.computeIfAbsent(what, w -> new ArrayList<>())
                                .add(rate));
            }
        }
        System.out.println("| what | before | now | ratio |");
        System.out.println("|---|---|---|---|");
        rates.forEach((what, both) -> System.out.printf(
                "| %s | %.0f/s | %.0f/s | %.2f |%n", what, both.get(0), both.get(1), both.get(1) / both.get(0)));
    }

    private static void empty(String url, String database) throws Exception {
        try (var connection = DriverManager.getConnection(url, "root", "")) {
            connection.createStatement().execute("drop database if exists " + database);
            connection.createStatement().execute("create database " + database);
        }
    }

    private interface Result {
        void of(String what, double rate);
    }

    /** One request of a client; what it gives is handed to the client's next. */
    private interface Step {
        String next(String last) throws IOException, InterruptedException;
    }

    private void measure(Result result) throws Exception {
        result.of("sign-in by password", best(client -> last -> {
            signIn(client);
            return "";
        }));
        var sessions = new ArrayList<String>();
        for (int client = 0; client < CLIENTS; client++) {
            sessions.add(signIn(client).get("refresh_token").asText());
        }
        result.of("refresh", best(client -> last -> {
            var refresh = sessions.get(client);
            sessions.set(
                    client,
                    token(Map.of("grant_type", "refresh_token", "refresh_token", refresh))
                            .get("refresh_token")
                            .asText());
            return "";
        }));
        var people = new ArrayList<Person>();
        for (int client = 0; client < CLIENTS; client++) {
            people.add(person(client));
        }
        result.of("PATCH of a profile", best(client -> tag -> patch(people.get(client), tag)));
        result.of("POST of an award", best(client -> last -> award(people.get(client))));
    }

    private interface Client {
        Step of(int number);
    }

    private static double best(Client clients) throws Exception {
        double best = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double rate = rate(clients);
            best = round < 0 ? best : Math.max(best, rate);
        }
        return best;
    }

    private static double rate(Client clients) throws Exception {
        var pool = Executors.newFixedThreadPool(CLIENTS);
        try {
            long end = System.nanoTime() + Bench.SECONDS * 1_000_000_000L;
            var work = new ArrayList<Callable<Long>>();
            for (int number = 0; number < CLIENTS; number++) {
                var step = clients.of(number);
                work.add(() -> {
                    long done = 0;
                    for (var last = ""; System.nanoTime() < end; done++) {
                        last = step.next(last);
                    }
                    return done;
                });
            }
            long done = 0;
            for (var count : pool.invokeAll(work)) {
                done += count.get();
            }
            return done / (double) Bench.SECONDS;
        } finally {
            pool.shutdownNow();
        }
    }

    private record Person(String token, String address) {}

    private Person person(int client) throws IOException, InterruptedException {
        var token = signIn(client).get("access_token").asText();
        var found = send(
                HttpRequest.newBuilder(URI.create(BASE + "/employees?limit=" + (client + 2)))
                        .header("Authorization", "Bearer " + token),
                200);
        var id = JSON.readTree(found.body())
                .get("items")
                .get(client + 1)
                .get("id")
                .asText();
        return new Person(token, BASE + "/employees/" + id);
    }

    private String patch(Person person, String tag) throws IOException, InterruptedException {
        var known = tag.isEmpty() ? tag(person) : tag;
        var answer = send(
                HttpRequest.newBuilder(URI.create(person.address()))
                        .header("Authorization", "Bearer " + person.token())
                        .header("If-Match", known)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "application/merge-patch+json")
                        .method(
                                "PATCH",
                                BodyPublishers.ofString(
                                        "{\"officialEmail\":\"m" + UUID.randomUUID() + "@example.id\"}")),
                200);
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private String tag(Person person) throws IOException, InterruptedException {
        return send(
                        HttpRequest.newBuilder(URI.create(person.address()))
                                .header("Authorization", "Bearer " + person.token()),
                        200)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private String award(Person person) throws IOException, InterruptedException {
        send(
                HttpRequest.newBuilder(URI.create(person.address() + "/awards"))
                        .header("Authorization", "Bearer " + person.token())
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"name\":\"Satyalancana " + UUID.randomUUID()
                                + "\",\"decreeNumber\":\"1/TK/2024\",\"decreeDate\":\"2024-08-01\","
                                + "\"grantedOn\":\"2024-08-17\"}")),
                201);
        return "";
    }

    private JsonNode signIn(int client) throws IOException, InterruptedException {
        return token(Map.of(
                "grant_type", "password",
                "username", "sdm." + GOVERNMENTS.get(client),
                "password", "karier-demo"));
    }

    private JsonNode token(Map<String, String> form) throws IOException, InterruptedException {
        var body = new ArrayList<String>();
        form.forEach((name, value) -> body.add(name + "=" + value));
        return JSON.readTree(send(
                        HttpRequest.newBuilder(URI.create(BASE + "/auth/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(String.join("&", body))),
                        200)
                .body());
    }

    private java.net.http.HttpResponse<String> send(HttpRequest.Builder request, int expected)
            throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IOException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }
}
