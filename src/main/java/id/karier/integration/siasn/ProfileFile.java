package id.karier.integration.siasn;

import id.karier.calculation.person.NipJson.NipAnswer;
import id.karier.employee.Source;
import id.karier.kernel.PlainText;
import id.karier.kernel.Published;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The header of a "profil pegawai" file, and its rows read by it. */
@Published
public final class ProfileFile {
    private static final List<String> NEEDED = List.of("nip_baru", "nama");
    private static final int LONGEST_NAME = 60;
    private static final List<String> KNOWN = known();

    /** How the columns are compared, and what they are called. */
    private static final Map<String, String> BY_PLAIN_NAME =
            KNOWN.stream().collect(Collectors.toUnmodifiableMap(Cells::plain, name -> name));

    /** A report of refused rows says in such columns what is wrong; they are no data when it comes back. */
    public static final List<String> REPORT = List.of("karier_baris", "karier_kolom", "karier_kode", "karier_masalah");

    private static final Set<String> REPORT_PLAIN =
            REPORT.stream().map(Cells::plain).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> IDENTITY =
            Set.of(Cells.plain("pns_id"), Cells.plain("nip_baru"), Cells.plain("nip_lama"), Cells.plain("nip"));

    private static final Set<String> FORMULA_ERRORS =
            Set.of("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!");

    private final List<String> header;
    private final Map<String, Integer> places = new HashMap<>();
    private final Function<String, NipAnswer> calculator;
    private final @Nullable String agencyKind;
    private final int[] unread;
    private final long[] unreadSince;

    /**
     * @param header a header without {@link #faults}
     * @param calculator what the rules read in an identity number
     * @param agencyKind kind of the agency whose people these are
     */
    public ProfileFile(List<String> header, Function<String, NipAnswer> calculator, @Nullable String agencyKind) {
        this.header = header.stream().map(ProfileFile::told).toList();
        this.calculator = calculator;
        this.agencyKind = agencyKind;
        this.unread = new int[header.size()];
        this.unreadSince = new long[header.size()];
        for (int i = 0; i < header.size(); i++) {
            places.putIfAbsent(Cells.plain(this.header.get(i)), i);
        }
    }

    private static String told(String column) {
        return PlainText.cleaned(column);
    }

    /** Whether a row of a file is its header: it names both columns that every file has. */
    public static boolean isHeader(List<String> texts) {
        return NEEDED.stream()
                .allMatch(needed -> texts.stream()
                        .anyMatch(text -> text.length() <= LONGEST_NAME
                                && Cells.plain(text).equals(Cells.plain(needed))));
    }

    /** The columns of the national system's file, as it names them; the first are needed. */
    public static List<String> columns() {
        return KNOWN;
    }

    /** The place of a column in a header, by whatever name; -1 for none. */
    public static int place(List<String> header, String column) {
        return header.stream().map(Cells::plain).toList().indexOf(Cells.plain(column));
    }

    /** Whether a column holds personal data, or may: what a column is that nobody knows, nobody knows. */
    public static boolean isPersonal(String column) {
        var name = Cells.plain(column);
        return Cells.PERSONAL.contains(name) || !(BY_PLAIN_NAME.containsKey(name) || REPORT_PLAIN.contains(name));
    }

    /** Whether a column says which person a row is about. */
    public static boolean isIdentity(String column) {
        return IDENTITY.contains(Cells.plain(column));
    }

    /** Whether a column is one of {@link #REPORT}. */
    public static boolean isOfReport(String column) {
        return REPORT_PLAIN.contains(Cells.plain(column));
    }

    /** What a column is called in the file, by the name under which it is read. */
    static String column(String plain) {
        return BY_PLAIN_NAME.getOrDefault(plain, plain);
    }

    /**
     * A column of which nothing was taken over, although rows say something in it.
     *
     * @param rows how many
     * @param line the first of them
     */
    public record Unread(String column, int rows, long line) {}

    /** The columns that nobody has read so far; those of a report are no data. */
    public List<Unread> unread() {
        var found = new ArrayList<Unread>();
        for (int i = 0; i < unread.length; i++) {
            if (unread[i] > 0 && !REPORT_PLAIN.contains(Cells.plain(header.get(i)))) {
                var name = header.get(i).isEmpty() ? "#" + (i + 1) : header.get(i);
                found.add(new Unread(name, unread[i], unreadSince[i]));
            }
        }
        return found;
    }

    /**
     * What is wrong with a header: columns that nobody knows, that stand there twice, that are missing. A column without
     * a name is none.
     */
    public static List<Issue> faults(List<String> header) {
        var faults = new ArrayList<Issue>();
        var seen = new TreeSet<String>();
        for (var column : header) {
            var name = Cells.plain(column);
            if (name.isEmpty() || REPORT_PLAIN.contains(name)) {
                continue;
            }
            if (!BY_PLAIN_NAME.containsKey(name)) {
                faults.add(Issue.at(told(column), null, "COLUMN_UNKNOWN"));
            } else if (!seen.add(name)) {
                faults.add(Issue.at(told(column), null, "COLUMN_TWICE"));
            }
        }
        for (var needed : NEEDED) {
            if (!seen.contains(Cells.plain(needed))) {
                faults.add(Issue.at(needed, null, "COLUMN_MISSING"));
            }
        }
        return faults;
    }

    /** Whether a file cannot be read with such faults; a column that nobody knows is passed over, and told. */
    public static boolean isUnreadable(List<Issue> faults) {
        return faults.stream().anyMatch(fault -> !fault.code().equals("COLUMN_UNKNOWN"));
    }

    /** What a row says; issues name the columns as the header has them. */
    public Dossier read(long line, IntFunction<@Nullable String> fields) {
        var errors = formulaErrors(fields);
        if (!errors.isEmpty()) {
            return Dossier.refused(line, Source.IMPORT, errors);
        }
        var cells = new Cells(places, header, fields, SiasnWords.shipped(), true);
        var reader = new PersonReader(cells, calculator, agencyKind, null);
        var profile = reader.profile();
        var entries = reader.entries();
        var id = cells.id(42, PersonReader.ID);
        var number = PersonReader.number(cells);
        countUnread(line, cells, fields);
        return new Dossier(
                line,
                Source.IMPORT,
                id,
                number,
                profile,
                entries,
                List.of(),
                cells.issues(),
                List.of(),
                cells.warnings());
    }

    /** Of a row that is refused not every column was looked at: there only what nobody knows is certainly unread. */
    private void countUnread(long line, Cells cells, IntFunction<@Nullable String> fields) {
        boolean isRefused = !cells.issues().isEmpty();
        for (int i = 0; i < unread.length; i++) {
            boolean isKnown = BY_PLAIN_NAME.containsKey(Cells.plain(header.get(i)));
            boolean isRead = cells.asked().contains(i) || (isRefused && isKnown);
            var text = isRead ? null : fields.apply(i);
            if (text != null && !SiasnWords.shipped().isEmpty(PlainText.cleaned(text))) {
                unread[i]++;
                unreadSince[i] = unreadSince[i] == 0 ? line : unreadSince[i];
            }
        }
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

    /**
     * The export's own columns; the echelon may be added to say the level of a structural post, and the reason of a holding
     * that the law discourages.
     */
    private static List<String> known() {
        return List.of(("pns_id nip_baru nip_lama nama gelar_depan gelar_belakang tempat_lahir_id tempat_lahir_nama"
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
                        + " nama_sekolah flag_ikd eselon_id alasan_penempatan")
                .split(" "));
    }
}
