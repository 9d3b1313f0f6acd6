package id.karier.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.app.Database;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A CSV import, from the request to the end of its job, beside a plain JDBC rewritten-batch insert of exactly the rows
 * that it wrote, into an empty schema of the same migrations on the same server. Then the same file once more, which
 * changes nothing, and as a dry run. The server has a small heap, so that an import that is not flat would end.
 *
 * <p>Arguments: a JDBC URL of user root without a password, beside whose database it makes two, and numbers of rows.
 */
final class ImportBench {
    private static final int BATCH = 500;
    private static final int HELD = 20_000;
    private static final String HEAP = "-Xmx256m";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Everything that an import of people writes, parents first. */
    private static final List<String> TABLES = List.of(
            "units",
            "unit_placements",
            "unit_ancestors",
            "positions",
            "employees",
            "employee_name_words",
            "employee_identity_numbers",
            "employee_ranks",
            "employee_positions",
            "employee_educations",
            "change_log");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String plainUrl;
    private final Consumer<String[]> table;

    /** @param table takes a row each: measure, figure, what is beside it, ratio */
    ImportBench(String url, Consumer<String[]> table) {
        this.url = beside(url, "import");
        this.plainUrl = beside(url, "plain");
        this.table = table;
    }

    private static String beside(String url, String word) {
        return url.replaceFirst("/([a-z_]+)(\\?|$)", "/$1_" + word + "$2");
    }

    public static void main(String... arguments) throws Exception {
        var sizes = Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
        new ImportBench(arguments[0], cells -> System.out.println(String.join(" | ", cells))).run(sizes);
    }

    void run(int... sizes) throws Exception {
        for (var each : List.of(url, plainUrl)) {
            empty(each);
            Database.migrate(each, "root", "");
        }
        var java = ProcessHandle.current().info().command().orElse("java");
        try (var server = Server.start(java, url, HEAP)) {
            for (int rows : sizes) {
                measure(server, rows);
            }
        } finally {
            drop(url);
            drop(plainUrl);
        }
    }

    private void measure(Server server, int rows) throws Exception {
        var agency = "bench-import-" + rows;
        for (var each : List.of(url, plainUrl)) {
            try (var connection = open(each)) {
                execute(
                        connection,
                        "insert into agencies (code, id, name, kind, time_zone, settings) values ('" + agency
                                + "', uuid_to_bin(uuid()), 'PEMERINTAH CONTOH', 'PROVINCE', 'Asia/Jakarta', '{}')");
            }
        }
        var file = Files.createTempFile("karier-bench-", ".csv");
        try {
            write(file, rows);
            double first = importFile(file, agency, "", "created", rows);
            awaitPositions();
            double plain = insertPlainly(agency, rows);
            row("CSV import of %,d", rows, first, plain);
            row("the same file again, %,d", rows, importFile(file, agency, "", "unchanged", rows), plain);
            row("dry run of %,d", rows, importFile(file, agency, "&dryRun=true", "unchanged", rows), plain);
            table.accept(new String[] {
                "resident memory after %,d, with %s".formatted(rows, HEAP), server.residentMiB() + " MiB", "", ""
            });
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void row(String what, int rows, double ours, double plain) {
        table.accept(new String[] {
            String.format(Locale.ROOT, what, rows),
            String.format(Locale.ROOT, "%,.0f rows/s", ours),
            String.format(Locale.ROOT, "plain insert %,.0f rows/s", plain),
            String.format(Locale.ROOT, "%.2f", ours / plain)
        });
    }

    /** Rows a second from the request until the job has ended with all rows counted as said. */
    private double importFile(Path file, String agency, String query, String counted, int rows) throws Exception {
        var token = Bench.token(agency, "SDM");
        var order = HttpRequest.newBuilder(address("/api/v1/imports?kind=employees&create=units,positions" + query))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        long began = System.nanoTime();
        var answer = http.send(order, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        var location = answer.headers().firstValue("Location").orElseThrow();
        var job = get(location, token);
        while (!job.path("status").asText().matches("SUCCEEDED|FAILED")) {
            TimeUnit.MILLISECONDS.sleep(50);
            job = get(location, token);
        }
        long spent = System.nanoTime() - began;
        if (job.path("outcome").path(counted).asInt() != rows) {
            throw new IOException(job + " " + get(location + "/problems?limit=5", token));
        }
        return rows * 1e9 / spent;
    }

    private JsonNode get(String path, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(path))
                .header("Authorization", "Bearer " + token)
                .build();
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + Server.PORT + path);
    }

    /** The sequencer works on what was imported; it is to be done when the plain insert is timed. */
    private void awaitPositions() throws SQLException, InterruptedException {
        try (var connection = open(url)) {
            while (count(connection, "change_log where position is null") > 0) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    /** Rows of the file a second; one transaction, and only the inserting is timed, not the reading. */
    private double insertPlainly(String agency, int rows) throws SQLException {
        try (var from = open(url);
                var to = open(plainUrl)) {
            to.setAutoCommit(false);
            long spent = 0;
            for (var table : TABLES) {
                spent += copy(from, to, table, agency);
            }
            long committing = System.nanoTime();
            to.commit();
            spent += System.nanoTime() - committing;
            for (var table : TABLES) {
                var of = table + " where agency = '" + agency + "'";
                if (count(from, of) != count(to, of)) {
                    throw new IllegalStateException("not the same rows in " + table);
                }
            }
            return rows * 1e9 / spent;
        }
    }

    private static long copy(Connection from, Connection to, String table, String agency) throws SQLException {
        long spent = 0;
        try (var read = from.createStatement()) {
            read.setFetchSize(Integer.MIN_VALUE);
            var sql = "select * from %s where agency = '%s' order by %s".formatted(table, agency, order(table));
            try (var found = read.executeQuery(sql)) {
                int columns = found.getMetaData().getColumnCount();
                var position = table.equals("change_log") ? found.findColumn("position") : 0;
                var insert = "insert into " + table + " values (" + "?, ".repeat(columns - 1) + "?)";
                var rows = new ArrayList<Object[]>(HELD);
                boolean more = true;
                while (more) {
                    more = found.next();
                    if (more) {
                        var row = new Object[columns];
                        for (int i = 0; i < columns; i++) {
                            row[i] = i + 1 == position ? null : found.getObject(i + 1);
                        }
                        rows.add(row);
                    }
                    if (rows.size() == HELD || !more) {
                        spent += insert(to, insert, rows);
                        rows.clear();
                    }
                }
            }
        }
        return spent;
    }

    /** As the import writes them: person after person. */
    private static String order(String table) {
        return switch (table) {
            case "unit_ancestors" -> "unit_id";
            case "employee_name_words" -> "employee_id";
            default -> "id";
        };
    }

    private static long insert(Connection to, String sql, List<Object[]> rows) throws SQLException {
        long began = System.nanoTime();
        try (var insert = to.prepareStatement(sql)) {
            for (int from = 0; from < rows.size(); from += BATCH) {
                for (var row : rows.subList(from, Math.min(from + BATCH, rows.size()))) {
                    for (int i = 0; i < row.length; i++) {
                        insert.setObject(i + 1, row[i]);
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
        return System.nanoTime() - began;
    }

    private static long count(Connection connection, String of) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select count(*) from " + of)) {
            found.next();
            return found.getLong(1);
        }
    }

    private static void empty(String url) throws SQLException {
        drop(url);
        open(url).close();
    }

    private static void drop(String url) throws SQLException {
        try (var connection = open(url)) {
            execute(connection, "drop database " + connection.getCatalog());
        }
    }

    private static Connection open(String url) throws SQLException {
        var separator = url.contains("?") ? "&" : "?";
        return DriverManager.getConnection(
                url + separator + "createDatabaseIfNotExist=true&rewriteBatchedStatements=true", "root", "");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A file of invented people, 40 to a unit, born on different days so that every number is another. */
    static void write(Path file, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(
                    "pns_id,nip_baru,nama,tempat_lahir_nama,tanggal_lahir,jenis_kelamin,agama_nama,jenis_kawin_nama,nik,"
                            + "nomor_hp,email,alamat,kedudukan_hukum_nama,status_cpns_pns,nomor_sk_cpns,tanggal_sk_cpns,tmt_cpns,"
                            + "tmt_pns,gol_awal_id,gol_awal_nama,gol_akhir_id,gol_akhir_nama,tmt_golongan,jenis_jabatan_id,"
                            + "jabatan_nama,tmt_jabatan,tingkat_pendidikan_nama,pendidikan_nama,tahun_lulus,unor_id,unor_nama,"
                            + "nama_sekolah\n");
            for (int i = 0; i < rows; i++) {
                out.write(row(i));
            }
        }
    }

    private static String row(int i) {
        int day = 1 + i % 28;
        int month = 1 + i / 28 % 12;
        int year = 1970 + i / 336 % 20;
        int appointed = 1 + i / 6720 % 12;
        int sequence = 1 + i / 80_640 % 999;
        int sex = 1 + i % 2;
        var nip = "%04d%02d%02d2010%02d%d%03d".formatted(year, month, day, appointed, sex, sequence);
        int unit = i / 40;
        return "A8ACA7F1%024d,%s,PEGAWAI CONTOH NOMOR %d,Kota Contoh,%02d-%02d-%04d,%s,Islam,Menikah,9999%012d,0812%08d,pegawai%d@example.id,Jl. Melati Nomor %d RT 01 RW 02 Kelurahan Contoh,Aktif,PNS,813/%d/2010,15-12-2009,01-%02d-2010,01-02-2012,31,III/a,33,III/c,01-04-2022,2,PRANATA KOMPUTER AHLI MUDA,01-10-2021,S-1,S-1 TEKNIK INFORMATIKA,2008,8ae4%028d,BIDANG CONTOH NOMOR %d,Universitas Contoh\n"
                .formatted(i, nip, i, day, month, year, sex == 1 ? "M" : "F", i, i, i, i, i, appointed, unit, unit);
    }
}
