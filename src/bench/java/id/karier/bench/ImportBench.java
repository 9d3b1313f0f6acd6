package id.karier.bench;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * CSV import in rows a second beside a plain JDBC rewritten-batch insert of the same rows into the same tables, and the
 * server's heap while it imports. Arguments: address of a running server, bearer token of an SDM officer, JDBC URL of the
 * server's database, code of the officer's empty agency, number of rows.
 */
public final class ImportBench {
    private static final int BATCH = 500;
    private static final Pattern HEAP = Pattern.compile("jvm_memory_used_bytes\\{area=\"heap\"[^}]*\\} ([0-9.E]+)");

    /** What the import writes for each row, parents first. */
    private static final List<String> TABLES = List.of(
            "employees",
            "employee_name_words",
            "employee_identity_numbers",
            "employee_ranks",
            "employee_positions",
            "employee_educations");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String token;

    private ImportBench(String address, String token) {
        this.address = address;
        this.token = token;
    }

    public static void main(String[] arguments) throws Exception {
        int rows = Integer.parseInt(arguments[4]);
        var file = Files.createTempFile("karier-bench-", ".csv");
        try {
            write(file, rows);
            var bench = new ImportBench(arguments[0], arguments[1]);
            var ours = bench.measureImport(file, rows);
            var plain = measurePlain(arguments[2], arguments[3], rows);
            System.out.printf(
                    Locale.ROOT,
                    "import %,d rows: %.0f rows/s, heap %d..%d MB | plain JDBC, same rows: %.0f rows/s | ratio %.2f%n",
                    rows,
                    ours.perSecond(),
                    ours.lowestHeap() >> 20,
                    ours.highestHeap() >> 20,
                    plain,
                    ours.perSecond() / plain);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private record Measured(double perSecond, long lowestHeap, long highestHeap) {}

    private Measured measureImport(Path file, int rows) throws IOException, InterruptedException {
        var order = HttpRequest.newBuilder(URI.create(address + "/api/v1/imports?kind=employees"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        long began = System.nanoTime();
        var answer = http.send(order, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        var job = answer.headers().firstValue("Location").orElseThrow();
        long lowest = Long.MAX_VALUE;
        long highest = 0;
        var view = "";
        while (!view.contains("SUCCEEDED")) {
            Thread.sleep(200);
            view = get(job);
            if (view.contains("FAILED")) {
                throw new IOException(view + get(job + "/problems?limit=5"));
            }
            long heap = heap();
            lowest = Math.min(lowest, heap);
            highest = Math.max(highest, heap);
        }
        var spent = Duration.ofNanos(System.nanoTime() - began);
        return new Measured(rows * 1000.0 / spent.toMillis(), lowest, highest);
    }

    private String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private long heap() throws IOException, InterruptedException {
        var found = HEAP.matcher(get("/q/metrics"));
        double sum = 0;
        while (found.find()) {
            sum += Double.parseDouble(found.group(1));
        }
        return (long) sum;
    }

    /** Takes the rows that the import wrote out of their tables and inserts them again, in batches of one transaction. */
    private static double measurePlain(String url, String agency, int rows) throws SQLException {
        var separator = url.contains("?") ? "&" : "?";
        try (var connection = DriverManager.getConnection(
                url + separator + "rewriteBatchedStatements=true&useServerPrepStmts=true&cachePrepStmts=true",
                "karier",
                "")) {
            for (var table : TABLES) {
                execute(connection, "drop table if exists bench_" + table);
                execute(
                        connection,
                        "create table bench_" + table + " as select * from " + table + " where agency = '" + agency
                                + "'");
            }
            for (int i = TABLES.size() - 1; i >= 0; i--) {
                execute(connection, "delete from " + TABLES.get(i) + " where agency = '" + agency + "'");
            }
            connection.setAutoCommit(false);
            long spent = 0;
            for (var table : TABLES) {
                spent += insertAgain(connection, table);
            }
            long committing = System.nanoTime();
            connection.commit();
            spent += System.nanoTime() - committing;
            connection.setAutoCommit(true);
            for (var table : TABLES) {
                execute(connection, "drop table bench_" + table);
            }
            return rows * 1e9 / spent;
        }
    }

    /** Only the inserting is timed, not the reading. */
    private static long insertAgain(Connection connection, String table) throws SQLException {
        long spent = 0;
        try (var read = connection.createStatement()) {
            read.setFetchSize(Integer.MIN_VALUE);
            var rows = new ArrayList<Object[]>();
            int columns;
            try (var found = read.executeQuery("select * from bench_" + table)) {
                columns = found.getMetaData().getColumnCount();
                while (found.next()) {
                    var row = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        row[i] = found.getObject(i + 1);
                    }
                    rows.add(row);
                }
            }
            var sql = "insert into " + table + " values (" + "?, ".repeat(columns - 1) + "?)";
            long began = System.nanoTime();
            for (int from = 0; from < rows.size(); from += BATCH) {
                try (var insert = connection.prepareStatement(sql)) {
                    for (var row : rows.subList(from, Math.min(from + BATCH, rows.size()))) {
                        for (int i = 0; i < columns; i++) {
                            insert.setObject(i + 1, row[i]);
                        }
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
            }
            spent += System.nanoTime() - began;
        }
        return spent;
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
