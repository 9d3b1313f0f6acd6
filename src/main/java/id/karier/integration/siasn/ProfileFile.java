package id.karier.integration.siasn;

import id.karier.calculation.person.NipJson.NipAnswer;
import id.karier.employee.Source;
import id.karier.kernel.Published;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The header of a "profil pegawai" file, and its rows read by it. */
@Published
public final class ProfileFile {
    private static final List<String> NEEDED = List.of("nip_baru", "nama");
    private static final Set<String> KNOWN = known();
    private static final Set<String> FORMULA_ERRORS =
            Set.of("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!");

    private final List<String> header;
    private final Map<String, Integer> places = new HashMap<>();
    private final Function<String, NipAnswer> calculator;
    private final @Nullable String agencyKind;

    /**
     * @param header a header without {@link #faults}
     * @param calculator what the rules read in an identity number
     * @param agencyKind kind of the agency whose people these are
     */
    public ProfileFile(List<String> header, Function<String, NipAnswer> calculator, @Nullable String agencyKind) {
        this.header = header.stream().map(String::strip).toList();
        this.calculator = calculator;
        this.agencyKind = agencyKind;
        for (int i = 0; i < header.size(); i++) {
            places.put(Cells.plain(this.header.get(i)), i);
        }
    }

    /** What is wrong with a header: columns that nobody knows, that stand there twice, that are missing. */
    public static List<Issue> faults(List<String> header) {
        var faults = new ArrayList<Issue>();
        var seen = new TreeSet<String>();
        for (var column : header) {
            var name = column.strip().toLowerCase(Locale.ROOT);
            if (!KNOWN.contains(name)) {
                faults.add(Issue.at(column.strip(), null, "COLUMN_UNKNOWN"));
            } else if (!seen.add(name)) {
                faults.add(Issue.at(column.strip(), null, "COLUMN_TWICE"));
            }
        }
        for (var needed : NEEDED) {
            if (!seen.contains(needed)) {
                faults.add(Issue.at(needed, null, "COLUMN_MISSING"));
            }
        }
        return faults;
    }

    /** What a row says; issues name the columns as the header has them. */
    public Dossier read(long line, IntFunction<@Nullable String> fields) {
        var errors = formulaErrors(fields);
        if (!errors.isEmpty()) {
            return new Dossier(line, Source.IMPORT, null, null, null, List.of(), List.of(), errors, List.of());
        }
        var cells = new Cells(places, header, fields, SiasnWords.shipped(), true);
        var reader = new PersonReader(cells, calculator, agencyKind, null);
        var profile = reader.profile();
        var entries = reader.entries();
        var id = cells.id(42, PersonReader.ID);
        var number = PersonReader.number(cells);
        return new Dossier(line, Source.IMPORT, id, number, profile, entries, List.of(), cells.issues(), List.of());
    }

    /** What a spreadsheet writes where a formula has failed is no name and no code. */
    private List<Issue> formulaErrors(IntFunction<@Nullable String> fields) {
        var errors = new ArrayList<Issue>();
        for (int i = 0; i < header.size(); i++) {
            var text = fields.apply(i);
            if (text != null && text.startsWith("#") && FORMULA_ERRORS.contains(text.strip())) {
                errors.add(Issue.at(header.get(i), text, "FORMULA_ERROR"));
            }
        }
        return errors;
    }

    /** The export's own columns; the echelon may be added to say the level of a structural post. */
    private static Set<String> known() {
        return Set.of(("pns_id nip_baru nip_lama nama gelar_depan gelar_belakang tempat_lahir_id tempat_lahir_nama"
                        + " tanggal_lahir jenis_kelamin agama_id agama_nama jenis_kawin_id jenis_kawin_nama nik"
                        + " nomor_hp email email_gov alamat npwp_nomor bpjs jenis_pegawai_id jenis_pegawai_nama"
                        + " kedudukan_hukum_id kedudukan_hukum_nama status_cpns_pns kartu_asn_virtual nomor_sk_cpns"
                        + " tanggal_sk_cpns tmt_cpns nomor_sk_pns tanggal_sk_pns tmt_pns gol_awal_id gol_awal_nama"
                        + " gol_akhir_id gol_akhir_nama tmt_golongan mk_tahun mk_bulan jenis_jabatan_id"
                        + " jenis_jabatan_nama jabatan_id jabatan_nama tmt_jabatan tingkat_pendidikan_id"
                        + " tingkat_pendidikan_nama pendidikan_id pendidikan_nama tahun_lulus kpkn_id kpkn_nama"
                        + " lokasi_kerja_id lokasi_kerja_nama unor_id unor_nama instansi_induk_id"
                        + " instansi_induk_nama instansi_kerja_id instansi_kerja_nama satuan_kerja_induk_id"
                        + " satuan_kerja_induk_nama satuan_kerja_kerja_id satuan_kerja_kerja_nama is_valid_nik"
                        + " nama_sekolah flag_ikd eselon_id")
                .split(" "));
    }
}
