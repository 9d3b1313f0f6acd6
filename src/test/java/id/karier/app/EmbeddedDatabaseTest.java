package id.karier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database keeps what it is given, lets nobody else in, and comes back when it is killed. */
class EmbeddedDatabaseTest {
    /** JUnit makes it below {@code java.io.tmpdir}: where a library once deleted the data at each start. */
    @TempDir
    static Path below;

    private static Path home;

    @BeforeAll
    static void make() {
        assertThat(below).startsWith(Path.of(System.getProperty("java.io.tmpdir")));
        home = below.resolve("data");
        EmbeddedDatabase.start(home).stop();
    }

    @AfterAll
    static void nothing_is_left_running() throws IOException {
        assertThat(Files.exists(home.resolve("mariadb.pid"))).isFalse();
    }

    @Test
    void data_below_the_temporary_folder_is_all_there_after_a_restart() throws SQLException {
        var first = EmbeddedDatabase.start(home);
        execute(first, "create table kept (id int primary key)", "insert into kept values (41), (42)");
        first.stop();

        var second = EmbeddedDatabase.start(home);
        try {
            assertThat(numbers(second, "select id from kept order by id")).containsExactly(41, 42);
            execute(second, "drop table kept");
        } finally {
            second.stop();
        }
    }

    @Test
    void data_below_the_temporary_folder_is_all_there_after_the_product_was_killed() throws Exception {
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
        try (var said = child.inputReader()) {
            assertThat(said.lines().anyMatch("committed"::equals))
                    .as("the child wrote a row")
                    .isTrue();
            child.destroyForcibly().waitFor();
        }

        var database = EmbeddedDatabase.start(home);
        try {
            assertThat(numbers(database, "select id from survivors")).containsExactly(7);
            execute(database, "drop table survivors");
        } finally {
            database.stop();
        }
    }

    /** A product of its own, to be killed. */
    static final class Killed {
        public static void main(String... arguments) throws Exception {
            var database = EmbeddedDatabase.start(Path.of(arguments[0]));
            execute(database, "create table survivors (id int primary key)", "insert into survivors values (7)");
            System.out.println("committed");
            Thread.sleep(Duration.ofMinutes(2).toMillis());
        }
    }

    @Test
    void a_server_that_was_killed_comes_back_on_the_same_address() throws Exception {
        var database = EmbeddedDatabase.start(home);
        try {
            execute(database, "create table committed (id int primary key)", "insert into committed values (1)");
            for (int time = 0; time < 2; time++) {
                var killed = database.process();
                killed.destroyForcibly();
                killed.onExit().get(10, TimeUnit.SECONDS);
                assertThat(eventually(database, "select id from committed")).containsExactly(1);
                assertThat(database.process().pid()).isNotEqualTo(killed.pid());
            }
            execute(database, "drop table committed");
        } finally {
            database.stop();
        }
    }

    @Test
    void nobody_enters_without_the_password_and_nobody_writes_files() throws Exception {
        var database = EmbeddedDatabase.start(home);
        try {
            for (var user : List.of("root", "", "karier", "whoever", "mariadb.sys")) {
                assertThatThrownBy(() -> DriverManager.getConnection(database.url(), user, "")
                                .close())
                        .as("user '%s'", user)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("Access denied");
            }
            assertThat(database.password()).hasSize(43);
            assertThat(strings(database, "select @@secure_file_priv")).containsExactly(home.resolve("no-files") + "/");
            assertThat(strings(database, "select @@local_infile")).containsExactly("0");
            var outside = home.resolve("no-files/leak");
            assertThatThrownBy(() -> execute(database, "select 1 into outfile '" + outside + "'"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Access denied");
            assertThatThrownBy(() -> strings(database, "select user from mysql.user"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("denied");
            assertThat(strings(database, "show grants"))
                    .as("rights beyond our own databases")
                    .noneMatch(grant -> grant.contains("FILE")
                            || grant.contains("ALL PRIVILEGES ON *.*")
                            || grant.contains("SUPER"));
            for (var closed : List.of("", "database", "temporary", "no-files")) {
                assertThat(permissions(home.resolve(closed))).as(closed).isEqualTo("rwx------");
            }
            assertThat(permissions(home.resolve("database-password"))).isEqualTo("rw-------");
            assertThat(home.resolve("users.sql"))
                    .as("the file that makes the users, with the password")
                    .doesNotExist();
            assertThat(home.resolve("database/mariadb.sock"))
                    .as("the socket, where nobody else can reach it")
                    .exists();
        } finally {
            database.stop();
        }
    }

    @Test
    void a_folder_of_an_earlier_version_which_had_no_users_starts_with_all_that_it_holds() throws Exception {
        var old = below.resolve("old");
        Files.createDirectories(old.resolve("database"));
        var files = ServerFiles.unpack(old.resolve("server"));
        assertThat(files.install(old.resolve("database")).inheritIO().start().waitFor())
                .isZero();
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rwxr-xr-x"));
        int port = 20_000 + (int) (ProcessHandle.current().pid() % 10_000);
        var server = files.process(new ArrayList<>(List.of(
                        files.server().toString(),
                        "--no-defaults",
                        "--skip-grant-tables",
                        "--bind-address=127.0.0.1",
                        "--basedir=" + files.home(),
                        "--datadir=" + old.resolve("database"),
                        "--pid-file=" + old.resolve("mariadb.pid"),
                        "--socket=old.sock",
                        "--user=" + System.getProperty("user.name"),
                        "--port=" + port)))
                .redirectErrorStream(true)
                .redirectOutput(old.resolve("mariadb.log").toFile())
                .start();
        var url = "jdbc:mysql://127.0.0.1:" + port + "/karier?createDatabaseIfNotExist=true&sslMode=DISABLED";
        try (var connection = eventually(url, "root", "");
                var statement = connection.createStatement()) {
            statement.execute("create table earlier (id int primary key)");
            statement.execute("insert into earlier values (5)");
        }
        // left running, as after a kill of that version: the new one stops it first

        var database = EmbeddedDatabase.start(old);
        try {
            assertThat(server.isAlive()).isFalse();
            assertThat(numbers(database, "select id from earlier")).containsExactly(5);
            assertThat(permissions(old)).isEqualTo("rwx------");
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "root", "")
                            .close())
                    .hasMessageContaining("Access denied");
        } finally {
            database.stop();
        }
    }

    @Test
    void what_is_no_database_of_ours_is_refused_and_stays_as_it_is() throws IOException {
        var foreign = below.resolve("foreign");
        Files.createDirectories(foreign.resolve("database"));
        Files.writeString(foreign.resolve("database/precious.txt"), "mine");
        Files.writeString(foreign.resolve("letter.txt"), "mine too");
        var before = permissions(foreign);

        assertThatThrownBy(() -> EmbeddedDatabase.start(foreign))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(foreign.resolve("database").toString());

        assertThat(foreign.resolve("database/precious.txt")).hasContent("mine");
        assertThat(foreign.resolve("letter.txt")).hasContent("mine too");
        assertThat(permissions(foreign))
                .as("a folder that others use too keeps its permissions")
                .isEqualTo(before);
    }

    @Test
    void the_database_of_another_user_is_refused_and_stays_as_it_is() throws IOException {
        assumeTrue(EmbeddedDatabase.runsAsRoot(), "only root can give a folder away");
        var foreign = below.resolve("of-another");
        Files.createDirectories(foreign.resolve("database/mysql"));
        var nobody = foreign.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        Files.setOwner(foreign.resolve("database"), nobody);
        var before = permissions(foreign.resolve("database"));

        assertThatThrownBy(() -> EmbeddedDatabase.start(foreign))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("belongs to nobody");

        assertThat(permissions(foreign.resolve("database"))).isEqualTo(before);
    }

    @Test
    void an_installation_that_was_killed_is_made_anew() throws Exception {
        var half = below.resolve("half");
        Files.createDirectories(half.resolve("database.unfinished/mysql"));
        Files.createSymbolicLink(half.resolve("server"), home.resolve("server"));

        var database = EmbeddedDatabase.start(half);
        try {
            assertThat(numbers(database, "select 1")).containsExactly(1);
        } finally {
            database.stop();
        }
    }

    private static void execute(EmbeddedDatabase database, String... statements) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<Integer> numbers(EmbeddedDatabase database, String sql) throws SQLException {
        return strings(database, sql).stream().map(Integer::valueOf).toList();
    }

    private static List<String> strings(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = connect(database);
                var found = connection.createStatement().executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (found.next()) {
                values.add(found.getString(1));
            }
            return values;
        }
    }

    private static List<Integer> eventually(EmbeddedDatabase database, String sql) throws Exception {
        eventually(database.url(), EmbeddedDatabase.USER, database.password()).close();
        return numbers(database, sql);
    }

    private static Connection eventually(String url, String user, String password) throws Exception {
        for (int tries = 0; ; tries++) {
            try {
                return DriverManager.getConnection(url, user, password);
            } catch (SQLException notYet) {
                if (tries == 300) {
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), EmbeddedDatabase.USER, database.password());
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
