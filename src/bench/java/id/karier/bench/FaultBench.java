package id.karier.bench;

import id.karier.demo.PopulationQueries;
import id.karier.demo.population.Government;
import id.karier.demo.population.Population;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Breaks the product and its database under writers, and counts what was lost, doubled, missing in the feed or answered 500:
 * {@code FaultBench <real-mysql> <seconds> [experiment …]}. Ends with 1 when there is any of them, and when nothing was
 * broken.
 */
public final class FaultBench {
    private static final int WRITERS = 8;
    private static final int PEOPLE = 500;
    private static final String AGENCY = "faults";
    private static final int SINGLE = 3407;
    private static final int GROUP = 3417;
    private static final List<String> EXPERIMENTS = List.of(
            "commit-cut",
            "database-killed",
            "application-killed",
            "database-hung",
            "terminated",
            "group-application-killed",
            "group-primary-killed",
            "group-primary-hung");

    private final String tool;
    private final int seconds;
    private final List<String> rows = new ArrayList<>();
    private boolean bad;

    private FaultBench(String tool, int seconds) {
        this.tool = tool;
        this.seconds = seconds;
    }

    public static void main(String... arguments) throws Exception {
        var bench = new FaultBench(arguments[0], Integer.parseInt(arguments[1]));
        var chosen = arguments.length > 2 ? List.of(arguments).subList(2, arguments.length) : EXPERIMENTS;
        bench.rows.add(
                "| experiment | faults | writes acknowledged | lost | doubled | refused but stored | not once in the"
                        + " feed | 500 | 503 unknown | 503 other | longest pause | again after a fault, worst | ready while no"
                        + " write, worst | log |");
        bench.rows.add("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        forget(List.of(SINGLE, GROUP, GROUP + 1, GROUP + 2));
        try {
            for (var name : chosen) {
                bench.run(name);
            }
        } finally {
            forget(List.of(SINGLE, GROUP, GROUP + 1, GROUP + 2));
        }
        bench.rows.forEach(System.out::println);
        System.exit(bench.bad ? 1 : 0);
    }

    /** What is broken, once; each waits until it is whole again, without an operator's hand. */
    private interface Fault {
        void strike(Scene scene) throws Exception;
    }

    private record Scene(FaultServer server, int base, boolean group) {}

    private void run(String name) throws Exception {
        boolean group = name.startsWith("group");
        int base = group ? GROUP : SINGLE;
        var url = mysql(group ? "cluster" : "start", String.valueOf(base));
        if (group) {
            expelAtOnce();
        }
        url = url.lines().reduce((first, last) -> last).orElseThrow().strip().replace("/karier?", "/karier_faults?");
        empty(url);
        CutProxy proxy = null;
        if (name.equals("commit-cut")) {
            proxy = CutProxy.start(base, 25);
            // it must be able to read what passes
            url = url.replace(":" + base, ":" + proxy.port()) + "&sslMode=DISABLED";
        }
        var log = Path.of(System.getProperty("java.io.tmpdir"), "karier-faults-" + name + ".log");
        try (var server = FaultServer.start(url, log)) {
            people(base, group);
            if (proxy != null) {
                proxy.arm();
            }
            var writers = new Writers(Bench.token(AGENCY, "SDM"), ids(base, group), WRITERS);
            var scene = new Scene(server, base, group);
            var watch = new ReadyWatch(writers);
            TimeUnit.SECONDS.sleep(5);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            int faults = 0;
            double worst = 0;
            var fault = fault(name);
            while (System.nanoTime() < end) {
                long begin = System.nanoTime();
                fault.strike(scene);
                faults++;
                TimeUnit.SECONDS.sleep(12);
                worst = Math.max(worst, writers.firstAfter(begin + TimeUnit.MILLISECONDS.toNanos(300)));
                worst = Math.max(worst, writers.longestGap());
            }
            writers.stop();
            watch.stop();
            // the feed's positions are given out once a second
            TimeUnit.SECONDS.sleep(6);
            judge(name, proxy == null ? faults : proxy.cuts(), scene, writers, watch, worst, Files.size(log));
        } finally {
            if (proxy != null) {
                proxy.close();
            }
        }
    }

    /** As operations.md advises: with MySQL's default a group takes 22 s to notice that its primary is dead. */
    private void expelAtOnce() throws Exception {
        for (int port = GROUP; port < GROUP + 3; port++) {
            mysql("sql", String.valueOf(port), "set persist group_replication_member_expel_timeout = 0");
        }
    }

    private Fault fault(String name) {
        return switch (name) {
            case "commit-cut" -> scene -> TimeUnit.SECONDS.sleep(1);
            case "database-killed" ->
                scene -> {
                    mysql("kill", String.valueOf(scene.base()));
                    TimeUnit.SECONDS.sleep(3);
                    mysql("revive", String.valueOf(scene.base()));
                };
            case "application-killed", "group-application-killed" ->
                scene -> {
                    scene.server().kill();
                    scene.server().again();
                    scene.server().awaitReady();
                };
            case "terminated" ->
                scene -> {
                    System.err.printf("ended after %.1f s%n", scene.server().terminate());
                    scene.server().again();
                    scene.server().awaitReady();
                };
            case "database-hung" -> scene -> hang(scene.base(), 8);
            case "group-primary-killed" ->
                scene -> {
                    var primary = primary(scene.base());
                    System.err.println("killing the primary " + primary);
                    mysql("kill", String.valueOf(primary));
                    TimeUnit.SECONDS.sleep(20);
                    mysql("revive", String.valueOf(primary));
                };
            case "group-primary-hung" ->
                scene -> {
                    int primary = primary(scene.base());
                    System.err.println("stopping the primary " + primary);
                    hang(primary, 25);
                    TimeUnit.SECONDS.sleep(10);
                    rejoin(primary);
                };
            default -> throw new IllegalArgumentException("no experiment " + name + ": one of " + EXPERIMENTS);
        };
    }

    private static Path folder(int port) {
        return Path.of(
                System.getenv().getOrDefault("KARIER_MYSQL_ROOT", "/opt/karier-mysql"),
                "run",
                "karier",
                String.valueOf(port));
    }

    private static String pid(int port) throws IOException {
        return Files.readString(folder(port).resolve("mysqld.pid")).strip();
    }

    /** Ends the servers of the experiments, with their data: a group begins from nothing. */
    private static void forget(List<Integer> ports) throws Exception {
        for (int port : ports) {
            if (Files.exists(folder(port).resolve("mysqld.pid"))) {
                var server = ProcessHandle.of(Long.parseLong(pid(port)))
                        .filter(p -> p.info().command().orElse("").contains("mysqld"));
                if (server.isPresent()) {
                    server.get().destroyForcibly();
                    server.get().onExit().get(20, TimeUnit.SECONDS);
                }
            }
            command("rm", "-rf", folder(port).toString());
        }
    }

    private static void hang(int port, int forSeconds) throws Exception {
        var pid = pid(port);
        command("kill", "-STOP", pid);
        TimeUnit.SECONDS.sleep(forSeconds);
        command("kill", "-CONT", pid);
    }

    /** A member that was expelled joins by itself after a while; the experiment does not wait so long. */
    private void rejoin(int port) throws Exception {
        var state = mysql(
                "sql",
                String.valueOf(port),
                "select member_state from" + " performance_schema.replication_group_members where member_port = "
                        + port);
        if (!state.contains("ONLINE") && !state.contains("RECOVERING")) {
            mysql("sql", String.valueOf(port), "stop group_replication; start group_replication");
        }
    }

    private int primary(int base) throws Exception {
        for (int port = base; port < base + 3; port++) {
            try (var connection = open(port, "");
                    var answer = connection
                            .createStatement()
                            .executeQuery("select member_port from performance_schema.replication_group_members where"
                                    + " member_role = 'PRIMARY' and member_state = 'ONLINE'")) {
                if (answer.next()) {
                    return answer.getInt(1);
                }
            } catch (SQLException away) {
                continue;
            }
        }
        throw new IllegalStateException("the group has no primary");
    }

    private void judge(
            String name, int faults, Scene scene, Writers writers, ReadyWatch watch, double worst, long logBytes)
            throws Exception {
        int lost = 0;
        int doubled = 0;
        int stored = 0;
        int feed = 0;
        var counted = new HashMap<String, Integer>();
        try (var connection = open(scene.group() ? primary(scene.base()) : scene.base(), "karier_faults");
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery(
                    "select a.name, count(distinct a.id), count(c.id), count(c.position), count(distinct c.position)"
                            + " from employee_awards a left join change_log c on c.object_id = a.id and c.agency = a.agency"
                            + " where a.agency = '" + AGENCY + "' group by a.name")) {
                while (found.next()) {
                    counted.put(found.getString(1), found.getInt(2));
                    boolean once = found.getInt(3) == 1 && found.getInt(4) == 1 && found.getInt(5) == 1;
                    feed += once || !isOurs(found.getString(1), writers) ? 0 : 1;
                }
            }
            try (var found = statement.executeQuery("select count(*) - count(distinct position), max(position) -"
                    + " count(position) from change_log where position is not null")) {
                found.next();
                feed += found.getInt(1) + found.getInt(2);
            }
        }
        for (var mark : writers.acknowledged) {
            lost += counted.containsKey(mark) ? 0 : 1;
        }
        for (var mark : counted.entrySet()) {
            doubled += isOurs(mark.getKey(), writers) && mark.getValue() > 1 ? 1 : 0;
        }
        for (var mark : writers.refused) {
            stored += counted.containsKey(mark) ? 1 : 0;
        }
        int errors = writers.count("500");
        int unknown = writers.count("503 OUTCOME_UNKNOWN");
        bad |= lost + doubled + stored + feed + errors > 0 || faults == 0;
        rows.add("| %s | %d | %,d | %d | %d | %d | %d | %d | %d | %d | %.1f s | %.1f s | %.1f s | %,d KiB |"
                .formatted(
                        name,
                        faults,
                        writers.acknowledged.size(),
                        lost,
                        doubled,
                        stored,
                        feed,
                        errors,
                        unknown,
                        writers.count("503") - unknown,
                        writers.longestGap(),
                        worst,
                        watch.worstSeconds(),
                        logBytes / 1024));
        System.err.println(rows.get(rows.size() - 1) + " " + writers.answers);
    }

    private static boolean isOurs(String mark, Writers writers) {
        return writers.acknowledged.contains(mark) || writers.unknown.contains(mark) || writers.refused.contains(mark);
    }

    /**
     * For how long the product said that it could serve, without a break, while no write was acknowledged; asked four times
     * a second.
     */
    private static final class ReadyWatch {
        private final AtomicLong worst = new AtomicLong();
        private volatile boolean stopped;

        ReadyWatch(Writers writers) {
            var thread = new Thread(() -> {
                long down = System.nanoTime();
                while (!stopped) {
                    var last = writers.moments.isEmpty() ? null : writers.moments.lastKey();
                    if (!FaultServer.isReady()) {
                        down = System.nanoTime();
                    } else if (last != null) {
                        worst.accumulateAndGet(System.nanoTime() - Math.max(last, down), Math::max);
                    }
                    try {
                        TimeUnit.MILLISECONDS.sleep(250);
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        void stop() {
            stopped = true;
        }

        double worstSeconds() {
            return worst.get() / 1e9;
        }
    }

    private void empty(String url) throws SQLException, Exception {
        int port = url.contains(":" + GROUP) ? primary(GROUP) : SINGLE;
        try (var connection = open(port, "")) {
            connection.createStatement().execute("drop database if exists karier_faults");
            connection.createStatement().execute("create database karier_faults");
        }
    }

    private void people(int base, boolean group) throws Exception {
        try (var connection = open(group ? primary(base) : base, "karier_faults")) {
            connection.setAutoCommit(false);
            var crowd = Population.of(Government.called("lampung").as(AGENCY, 7), 1, PEOPLE, Population.REFERENCE);
            try (var registers =
                    new PopulationQueries(connection, Bench.cipher(), LocalDateTime.of(2026, 11, 1, 0, 0))) {
                registers.writeInRounds(crowd);
            }
        }
    }

    private List<UUID> ids(int base, boolean group) throws Exception {
        var ids = new ArrayList<UUID>();
        try (var connection = open(group ? primary(base) : base, "karier_faults");
                var found = connection
                        .createStatement()
                        .executeQuery("select id from employees where agency = '" + AGENCY + "'")) {
            while (found.next()) {
                var buffer = ByteBuffer.wrap(found.getBytes(1));
                ids.add(new UUID(buffer.getLong(), buffer.getLong()));
            }
        }
        return ids;
    }

    private static Connection open(int port, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + port + "/" + database
                        + "?rewriteBatchedStatements=true&connectTimeout=2000&socketTimeout=60000",
                "root",
                "");
    }

    private String mysql(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(tool));
        command.addAll(List.of(arguments));
        return command(command.toArray(String[]::new));
    }

    /** What a command says; its servers go on in the background and must not hold our pipe. */
    private static String command(String... words) throws IOException, InterruptedException {
        var said = Files.createTempFile("karier-faults", ".out");
        var process = new ProcessBuilder(words)
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(Map.of("failed", List.of(words), "code", process.exitValue())
                    .toString());
        }
        return Files.readString(said);
    }
}
