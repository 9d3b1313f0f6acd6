package id.karier.demo;

import id.karier.demo.population.Government;
import id.karier.demo.population.Person;
import id.karier.demo.population.Population;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file as the national system exports it ("profil pegawai"), about people of Lampung whom the demo does not have, in
 * units and positions that it has.
 */
public final class ProfileCsv {
    /** The slot of its identity numbers. */
    private static final int SLOT = 5;

    private static final int DEMO_PEOPLE = 400;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.ROOT);

    private static final List<String> COLUMNS =
            List.of(("pns_id nip_baru nip_lama nama gelar_depan gelar_belakang tempat_lahir_id tempat_lahir_nama"
                            + " tanggal_lahir jenis_kelamin agama_id agama_nama jenis_kawin_id jenis_kawin_nama nik"
                            + " nomor_hp email email_gov alamat npwp_nomor bpjs jenis_pegawai_id jenis_pegawai_nama"
                            + " kedudukan_hukum_id kedudukan_hukum_nama status_cpns_pns kartu_asn_virtual"
                            + " nomor_sk_cpns tanggal_sk_cpns tmt_cpns nomor_sk_pns tanggal_sk_pns tmt_pns gol_awal_id"
                            + " gol_awal_nama gol_akhir_id gol_akhir_nama tmt_golongan mk_tahun mk_bulan"
                            + " jenis_jabatan_id jenis_jabatan_nama jabatan_id jabatan_nama tmt_jabatan"
                            + " tingkat_pendidikan_id tingkat_pendidikan_nama pendidikan_id pendidikan_nama"
                            + " tahun_lulus kpkn_id kpkn_nama lokasi_kerja_id lokasi_kerja_nama unor_id unor_nama"
                            + " instansi_induk_id instansi_induk_nama instansi_kerja_id instansi_kerja_nama"
                            + " satuan_kerja_induk_id satuan_kerja_induk_nama satuan_kerja_kerja_id"
                            + " satuan_kerja_kerja_nama is_valid_nik nama_sekolah flag_ikd")
                    .split(" "));

    private static final Map<String, String> RELIGIONS = Map.of(
            "ISLAM", "1 Islam",
            "PROTESTANT", "2 Kristen",
            "CATHOLIC", "3 Katolik",
            "HINDU", "4 Hindu",
            "BUDDHIST", "5 Buddha",
            "CONFUCIAN", "6 Konghucu");
    private static final Map<String, String> MARRIAGES = Map.of(
            "MARRIED", "1 Menikah",
            "DIVORCED", "2 Cerai Hidup",
            "WIDOWED", "3 Cerai Mati",
            "SINGLE", "4 Belum Menikah");
    private static final Map<String, String> EDUCATIONS = Map.of(
            "SLTP", "10 SLTP",
            "SLTA", "15 SLTA",
            "D3", "30 Diploma III",
            "D4", "35 Diploma IV",
            "S1", "40 S-1",
            "S2", "45 S-2",
            "S3", "50 S-3");

    private final Population lampung;

    private ProfileCsv(Population lampung) {
        this.lampung = lampung;
    }

    /**
     * Writes a file with a header and one line for each person.
     *
     * @param count up to some ten thousand
     */
    public static void write(Appendable out, long seed, int count) throws IOException {
        var demo = Population.of(Government.called("lampung"), Population.SEED, DEMO_PEOPLE, Population.REFERENCE);
        var file = new ProfileCsv(demo);
        line(out, COLUMNS);
        for (var people = demo.newcomers(seed, SLOT, count).iterator(); people.hasNext(); ) {
            line(out, file.cells(people.next()));
        }
    }

    private List<String> cells(Person person) {
        var cells = new ArrayList<String>();
        identity(cells, person);
        service(cells, person);
        post(cells, person);
        return cells;
    }

    private static void identity(List<String> cells, Person person) {
        var name = person.name();
        var hidden = person.hidden();
        add(cells, person.siasnId(), person.identityNumber(), "", name.name());
        add(cells, name.frontTitles(), name.backTitles(), "", name.birthPlace(), day(name.birthDate()), name.sex());
        pair(cells, RELIGIONS.get(name.religion()));
        pair(cells, MARRIAGES.get(name.maritalStatus()));
        add(cells, hidden.nik(), hidden.phone(), hidden.email(), hidden.officialEmail(), hidden.address());
        add(cells, hidden.npwp(), "");
    }

    private static void service(List<String> cells, Person person) {
        boolean contract = person.kind().equals("PPPK");
        add(cells, contract ? "" : "15", contract ? "PPPK Daerah" : "PNS Daerah Provinsi");
        add(
                cells,
                contract ? "71" : "01",
                contract ? "PPPK Aktif" : "Aktif",
                contract ? "PPPK" : person.kind().equals("CPNS") ? "C" : "P",
                "");
        var first = person.ranks().get(0);
        add(cells, first.decree().number(), day(first.decree().date()), day(person.firstAppointmentOn()));
        var permanent = person.permanentOn();
        add(cells, permanent == null ? "" : "821.1/" + permanent.getYear());
        add(cells, permanent == null ? "" : day(permanent.minusDays(14)), permanent == null ? "" : day(permanent));
        var now = person.current().rank();
        add(cells, rankId(first.code()), first.code(), rankId(now.code()), now.code(), day(now.startsOn()));
        add(cells, String.valueOf(now.serviceMonths() / 12), String.valueOf(now.serviceMonths() % 12));
    }

    private void post(List<String> cells, Person person) {
        var held = Objects.requireNonNull(person.current().position());
        var post = lampung.structure().posts().stream()
                .filter(p -> p.id().equals(held.positionId()))
                .findFirst()
                .orElseThrow();
        boolean functional = held.level().name().startsWith("JF_");
        add(cells, functional ? "2" : "4", functional ? "Jabatan Fungsional" : "Jabatan Pelaksana");
        add(cells, post.siasnId(), held.title(), day(held.startsOn()));
        var education = person.current().education();
        pair(cells, EDUCATIONS.get(education.level().name()));
        var level = cells.get(cells.size() - 1);
        add(cells, "", (level + ' ' + education.field()).toUpperCase(Locale.ROOT));
        add(cells, String.valueOf(education.graduatedOn().getYear()), "", "", "", "Lampung");
        add(cells, post.unit().siasnId(), post.unit().name());
        var agency = lampung.government().name();
        for (int i = 0; i < 4; i++) {
            add(cells, "", agency);
        }
        add(cells, "1", education.institution(), "0");
    }

    private static String rankId(String code) {
        int slash = code.indexOf('/');
        if (slash < 0) {
            return "";
        }
        int group = List.of("I", "II", "III", "IV").indexOf(code.substring(0, slash)) + 1;
        return String.valueOf(group) + (code.charAt(slash + 1) - 'a' + 1);
    }

    private static void pair(List<String> cells, @Nullable String idAndName) {
        var text = Objects.requireNonNull(idAndName);
        int blank = text.indexOf(' ');
        add(cells, text.substring(0, blank), text.substring(blank + 1));
    }

    private static void add(List<String> cells, @Nullable String... values) {
        for (var value : values) {
            cells.add(value == null ? "" : value);
        }
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static void line(Appendable out, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            boolean quoted = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0;
            out.append(i == 0 ? "" : ",").append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        out.append('\n');
    }
}
