package id.karier.integration.bulk;

import id.karier.integration.bulk.RefusedRows.Report;
import id.karier.integration.bulk.format.Format;
import id.karier.integration.bulk.format.SheetWriter;
import id.karier.kernel.Caller;
import id.karier.kernel.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** What a file has to look like: an empty workbook with notes on its columns, or a document to imitate. */
@ApplicationScoped
class Templates {
    private static final int ROWS = 500;

    /** The columns that are read, in the order of the national system's file. */
    static final List<String> COLUMNS = List.of(("pns_id nip_baru nama gelar_depan gelar_belakang tempat_lahir_nama"
                    + " tanggal_lahir jenis_kelamin agama_nama jenis_kawin_nama nik nomor_hp email email_gov alamat"
                    + " npwp_nomor kedudukan_hukum_nama status_cpns_pns nomor_sk_cpns tanggal_sk_cpns tmt_cpns tmt_pns"
                    + " gol_awal_nama gol_akhir_nama tmt_golongan jenis_jabatan_nama jabatan_id jabatan_nama"
                    + " tmt_jabatan tingkat_pendidikan_nama pendidikan_nama tahun_lulus unor_id unor_nama"
                    + " nama_sekolah eselon_id alasan_penempatan")
            .split(" "));

    private final Caller caller;

    Templates(Caller caller) {
        this.caller = caller;
    }

    Report of(ImportKind kind) {
        return switch (kind) {
            case EMPLOYEES -> workbook();
            case SIASN_EMPLOYEE ->
                new Report(
                        ImportJson.JSON_EXAMPLE.getBytes(StandardCharsets.UTF_8),
                        "application/json;charset=UTF-8",
                        ".json");
        };
    }

    private Report workbook() {
        var locale = caller.locale();
        var bytes = new ByteArrayOutputStream();
        try (var out = new SheetWriter(bytes)) {
            out.sheet("Pegawai");
            out.heading(COLUMNS);
            out.open(ROWS, COLUMNS.size());
            out.sheet(Messages.text(locale, "columns.sheet"));
            out.row(List.of(Messages.text(locale, "columns.note.files")), Set.of());
            out.row(List.of(Messages.text(locale, "columns.note.numbers")), Set.of());
            out.row(List.of(Messages.text(locale, "columns.note.places")), Set.of());
            out.heading(List.of(Messages.text(locale, "columns.heading").split("\\|", -1)));
            for (var column : COLUMNS) {
                out.row(
                        List.of(
                                column,
                                Messages.text(locale, "columns.needed." + ImportKind.NEEDED.contains(column)),
                                Messages.text(locale, "columns.column." + column)),
                        Set.of());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Report(bytes.toByteArray(), Format.SHEET, ".xlsx");
    }
}
