package id.karier.integration.siasn;

import id.karier.employee.EmployeeKind;
import id.karier.employee.EmployeeStatus;
import id.karier.employee.Sex;
import id.karier.kernel.PlainText;
import id.karier.kernel.Published;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.PositionLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person as a row of the "profil pegawai" file: what {@link PersonReader} reads, the other way round. What it would read
 * otherwise than it is stored is left out, because an empty cell changes nothing.
 */
@Published
public final class ProfileRow {
    /** In the order of the national system's file. Without what is sealed at rest: that is read one person at a time. */
    public static final List<String> COLUMNS =
            List.of(("pns_id nip_baru nama gelar_depan gelar_belakang tempat_lahir_nama"
                            + " tanggal_lahir jenis_kelamin agama_nama jenis_kawin_nama email_gov kedudukan_hukum_nama"
                            + " status_cpns_pns nomor_sk_cpns tanggal_sk_cpns tmt_cpns tmt_pns gol_awal_nama gol_akhir_nama"
                            + " tmt_golongan jenis_jabatan_id jabatan_id jabatan_nama tmt_jabatan tingkat_pendidikan_nama"
                            + " pendidikan_nama tahun_lulus unor_id unor_nama nama_sekolah eselon_id")
                    .split(" "));

    private static final String STRUCTURAL = "1";
    private static final String FUNCTIONAL = "2";
    private static final String OPERATIONAL = "4";
    private static final Map<String, String> RELIGIONS = Map.of(
            "ISLAM", "Islam",
            "PROTESTANT", "Kristen",
            "CATHOLIC", "Katolik",
            "HINDU", "Hindu",
            "BUDDHIST", "Buddha",
            "CONFUCIAN", "Konghucu",
            "BELIEF", "Kepercayaan");
    private static final Map<String, String> MARRIAGES = Map.of(
            "MARRIED", "Menikah",
            "SINGLE", "Belum Menikah",
            "DIVORCED", "Cerai Hidup",
            "WIDOWED", "Cerai Mati");
    private static final Map<String, String> STATUSES = Map.of(
            "ACTIVE", "Aktif",
            "STUDY_ASSIGNMENT", "Tugas Belajar",
            "UNPAID_LEAVE", "Cuti di Luar Tanggungan Negara",
            "SECONDED", "Diperbantukan",
            "SUSPENDED", "Pemberhentian Sementara",
            "RETIRED", "Pensiun",
            "DISMISSED", "Diberhentikan",
            "MOVED", "Pindah Instansi",
            "DECEASED", "Meninggal Dunia");
    private static final Map<PositionLevel, String> ECHELONS = Map.of(
            PositionLevel.JPT_MADYA, "11",
            PositionLevel.JPT_PRATAMA, "21",
            PositionLevel.ADMINISTRATOR, "31",
            PositionLevel.PENGAWAS, "41");

    private ProfileRow() {}

    /** A unit or post: its id, the national one where there is one, and its name. */
    public record Named(@Nullable String id, String name) {}

    /** The definitive position of today. */
    public record Held(
            Named position,
            PositionLevel level,
            LocalDate since,
            @Nullable Named unit) {}

    /** A rank since a day, with its decree as far as it is known. */
    public record Ranked(
            String code,
            LocalDate since,
            @Nullable String decreeNumber,
            @Nullable LocalDate decreeDate) {}

    /**
     * The highest education.
     *
     * @param graduated a day, or the text of a year where only that is known
     */
    public record Studied(
            EducationLevel level, String field, @Nullable String institution, Object graduated) {}

    /**
     * What a row says.
     *
     * @param firstRank of the first appointment, when that is on record
     */
    public record Facts(
            @Nullable String siasnId,
            String number,
            String name,
            @Nullable String frontTitles,
            @Nullable String backTitles,
            @Nullable String birthPlace,
            LocalDate birthDate,
            Sex sex,
            @Nullable String religion,
            @Nullable String maritalStatus,
            @Nullable String officialEmail,
            EmployeeStatus status,
            EmployeeKind kind,
            LocalDate firstAppointmentOn,
            @Nullable LocalDate permanentOn,
            @Nullable Ranked firstRank,
            @Nullable Ranked rank,
            @Nullable Held position,
            @Nullable Studied education) {}

    /** The cells in the order of {@link #COLUMNS}: a text, a day, or null for nothing. */
    public static List<@Nullable Object> of(Facts facts) {
        var words = SiasnWords.shipped();
        var rank = facts.rank();
        // read as one rank when both begin on one day
        boolean isOne = rank != null && rank.since().equals(facts.firstAppointmentOn());
        var first = isOne ? null : facts.firstRank();
        var held = facts.position();
        var unit = held == null ? null : held.unit();
        var studied =
                facts.education() == null || words.isEmpty(facts.education().field()) ? null : facts.education();
        var cells = new ArrayList<@Nullable Object>(COLUMNS.size());
        add(cells, facts.siasnId(), facts.number(), facts.name(), facts.frontTitles(), facts.backTitles());
        add(cells, facts.birthPlace(), facts.birthDate(), facts.sex().name());
        add(cells, word("religions", facts.religion(), RELIGIONS), word("marriages", facts.maritalStatus(), MARRIAGES));
        add(cells, facts.officialEmail(), word("statuses", facts.status().name(), STATUSES));
        add(cells, word("kinds", facts.kind().name(), Map.of()));
        add(cells, first == null ? null : first.decreeNumber(), first == null ? null : first.decreeDate());
        add(cells, facts.firstAppointmentOn(), facts.permanentOn());
        add(cells, first == null ? null : first.code());
        add(cells, rank == null ? null : rank.code(), rank == null ? null : rank.since());
        add(
                cells,
                held == null ? null : kind(held.level()),
                held == null ? null : held.position().id());
        add(cells, held == null ? null : held.position().name(), held == null ? null : held.since());
        add(cells, studied == null ? null : studied.level().name(), studied == null ? null : studied.field());
        add(cells, studied == null ? null : studied.graduated());
        add(cells, unit == null ? null : unit.id(), unit == null ? null : unit.name());
        add(cells, studied == null ? null : studied.institution(), held == null ? null : echelon(held));
        return cells;
    }

    private static void add(List<@Nullable Object> cells, @Nullable Object... values) {
        for (var value : values) {
            cells.add(value instanceof String text ? text(text) : value);
        }
    }

    /** As it will be read; what would be read as nothing is nothing. */
    private static @Nullable String text(String text) {
        var cleaned = PlainText.cleaned(text);
        return SiasnWords.shipped().isEmpty(cleaned) ? null : Cells.guarded(cleaned);
    }

    /** The word by which a code is read again: an officer's, else the code itself; null when neither is. */
    private static @Nullable String word(String list, @Nullable String code, Map<String, String> officers) {
        if (code == null) {
            return null;
        }
        var words = SiasnWords.shipped();
        var said = officers.getOrDefault(code, code);
        if (code.equals(words.code(list, said))) {
            return said;
        }
        return code.equals(words.code(list, code)) ? code : null;
    }

    private static String kind(PositionLevel level) {
        if (level == PositionLevel.PELAKSANA) {
            return OPERATIONAL;
        }
        return level.name().startsWith("JF_") ? FUNCTIONAL : STRUCTURAL;
    }

    /** What tells the level where kind and title do not. */
    private static @Nullable String echelon(Held held) {
        var echelon = ECHELONS.get(held.level());
        var title = held.position().name();
        var read = SiasnWords.shipped().level(kind(held.level()), title, echelon, null, null);
        return Objects.equals(read, held.level()) ? echelon : held.level().name();
    }
}
