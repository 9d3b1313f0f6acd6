package id.karier.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that each write one award after another, every award with a name of its own, and note what they were told. Half
 * of them send an {@code Idempotency-Key} and send again until they know; the others believe their one answer.
 */
final class Writers {
    /** Told that it is stored. */
    final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    /** Told that it is not: refused as unavailable, or never taken. */
    final Set<String> refused = ConcurrentHashMap.newKeySet();
    /** Told that it is not known, or told nothing: both is right. */
    final Set<String> unknown = ConcurrentHashMap.newKeySet();
    /** How often each answer came. */
    final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    /** The moments of acknowledged writes. */
    final ConcurrentSkipListMap<Long, Boolean> moments = new ConcurrentSkipListMap<>();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final String token;
    private final List<UUID> people;
    private final List<Thread> threads = new ArrayList<>();
    private final String run = Long.toString(System.nanoTime(), 36);
    private volatile boolean stopped;

    Writers(String token, List<UUID> people, int number) {
        this.token = token;
        this.people = people;
        for (int w = 0; w < number; w++) {
            int writer = w;
            var thread = new Thread(() -> write(writer), "writer-" + w);
            thread.start();
            threads.add(thread);
        }
    }

    void stop() throws InterruptedException {
        stopped = true;
        for (var thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(60));
        }
    }

    private void write(int writer) {
        boolean keyed = writer % 2 == 0;
        for (int n = 0; !stopped; n++) {
            var name = run + "-" + writer + "-" + n;
            var key = keyed ? UUID.randomUUID().toString() : null;
            var person = people.get((writer * 7919 + n) % people.size());
            long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
            while (!send(name, person, key) && System.nanoTime() < giveUp) {
                pause();
            }
        }
    }

    /** Whether there is no more to be asked about this one. */
    private boolean send(String name, UUID person, String key) {
        var body = "{\"name\":\"" + name + "\",\"grantedOn\":\"2020-08-17\",\"decreeNumber\":\"SK/1/2020\","
                + "\"decreeDate\":\"2020-08-01\"}";
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + FaultServer.PORT + "/api/v1/employees/" + person + "/awards"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        String answer;
        try {
            var got = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer = got.statusCode() + code(got.body());
        } catch (java.net.ConnectException notTaken) {
            answer = "not connected";
        } catch (IOException lost) {
            answer = "connection lost";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
        answers.computeIfAbsent(answer, a -> new AtomicInteger()).incrementAndGet();
        if (answer.startsWith("2")) {
            acknowledged.add(name);
            unknown.remove(name);
            moments.put(System.nanoTime(), true);
            return true;
        }
        boolean open = answer.equals("503 OUTCOME_UNKNOWN") || answer.equals("connection lost");
        if (key == null) {
            (open || answer.startsWith("500") ? unknown : refused).add(name);
            pause();
            return true;
        }
        // not known before it was answered; if it never is, both is right
        unknown.add(name);
        return false;
    }

    private static String code(String body) {
        int at = body.indexOf("\"code\":\"");
        return at < 0 || body.startsWith("{\"id\"") ? "" : " " + body.substring(at + 8, body.indexOf('"', at + 8));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(300);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The longest time between two acknowledged writes after a moment, in seconds. */
    double longestGap() {
        long longest = 0;
        Long before = null;
        for (var moment : moments.keySet()) {
            longest = before == null ? longest : Math.max(longest, moment - before);
            before = moment;
        }
        return longest / 1e9;
    }

    /** Seconds from a moment to the first acknowledged write after it that began a lasting row of them; -1 for never. */
    double firstAfter(long moment) {
        var next = moments.higherKey(moment);
        return next == null ? -1 : (next - moment) / 1e9;
    }

    int count(String status) {
        return answers.entrySet().stream()
                .filter(a -> a.getKey().startsWith(status))
                .mapToInt(a -> a.getValue().get())
                .sum();
    }
}
