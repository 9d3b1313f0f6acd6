package id.karier.demo.population;

import id.karier.demo.population.Person.Training;
import id.karier.demo.population.Structure.Post;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people were taught: the programmes that every career asks for, and the learning hours of the last years. */
final class Learning {
    /** Years of learning hours that are told, this one included. */
    private static final int YEARS = 4;

    /** A contract civil servant is taught this much in a year at most (LAN 15/2020). */
    private static final int CONTRACT_HOURS = 24;

    private static final Map<String, List<String>> SUBJECTS = Map.of(
            "umum",
            List.of(
                    "Manajemen Kinerja ASN",
                    "Penyusunan Standar Operasional Prosedur",
                    "Pelayanan Publik Berbasis BerAKHLAK",
                    "Tata Naskah Dinas Elektronik",
                    "Penyusunan Analisis Jabatan"),
            "keuangan",
            List.of(
                    "Pengelolaan Keuangan Daerah",
                    "Akuntansi Pemerintah Berbasis Akrual",
                    "Reviu Laporan Keuangan",
                    "Audit Berbasis Risiko"),
            "kesehatan",
            List.of(
                    "Pelayanan Kesehatan Prima",
                    "Manajemen Mutu Rumah Sakit",
                    "Bantuan Hidup Dasar",
                    "Surveilans Epidemiologi",
                    "Pencegahan dan Pengendalian Infeksi"),
            "pendidikan",
            List.of(
                    "Penyusunan Program Peningkatan IPM Bidang Pendidikan",
                    "Asesmen Pembelajaran",
                    "Perencanaan Berbasis Data Satuan Pendidikan",
                    "Pengembangan Modul Ajar"),
            "pu",
            List.of(
                    "Manajemen Proyek Konstruksi",
                    "Keselamatan Konstruksi",
                    "Perencanaan Teknis Jalan",
                    "Pengendalian Kontrak Pekerjaan Konstruksi"),
            "informatika",
            List.of("Arsitektur SPBE", "Keamanan Informasi", "Analisis Data", "Pengembangan Aplikasi Layanan Publik"),
            "pertanian",
            List.of("Penyuluhan Pertanian Partisipatif", "Budi Daya Padi Hemat Air", "Kewirausahaan Tani"));

    private final SeededIds ids;
    private final Dice dice;
    private final Government government;
    private final Post seat;
    private final boolean contract;
    private final LocalDate until;
    private final List<Training> trainings = new ArrayList<>();
    private int left = Integer.MAX_VALUE;

    Learning(SeededIds ids, Dice dice, Government government, Post seat, boolean contract, LocalDate until) {
        this.ids = ids;
        this.dice = dice;
        this.government = government;
        this.seat = seat;
        this.contract = contract;
        this.until = until;
    }

    List<Training> of(LocalDate appointed, List<Course.Stage> stages) {
        if (!contract) {
            basic(appointed);
            for (var stage : stages) {
                leadership(stage);
            }
        }
        functional(stages);
        for (int year = until.getYear() - YEARS + 1; year <= until.getYear(); year++) {
            if (year > appointed.getYear()) {
                hours(year);
            }
        }
        trainings.sort((a, b) -> a.startsOn().compareTo(b.startsOn()));
        return trainings;
    }

    private void basic(LocalDate appointed) {
        var from = appointed.plusMonths(dice.between(3, 9)).withDayOfMonth(dice.between(1, 25));
        boolean modern = from.getYear() >= 2014;
        add(
                "KL_STRUKTURAL",
                "LATSAR",
                modern ? "Pelatihan Dasar CPNS" : "Diklat Prajabatan",
                from,
                modern ? 90 : 21,
                modern ? 511 : 174);
    }

    /** Taken within a year and a half of the appointment; some wait for it still. */
    private void leadership(Course.Stage stage) {
        var from = stage.from().plusMonths(dice.between(3, 18)).withDayOfMonth(dice.between(1, 25));
        boolean modern = from.getYear() >= 2020;
        if (dice.chance(14)) {
            return;
        }
        switch (stage.level()) {
            case PENGAWAS ->
                add(
                        "KL_STRUKTURAL",
                        "PKP",
                        modern ? "Pelatihan Kepemimpinan Pengawas" : "Diklat Kepemimpinan Tingkat IV",
                        from,
                        modern ? 105 : 90,
                        modern ? 908 : 360);
            case ADMINISTRATOR ->
                add(
                        "KL_STRUKTURAL",
                        "PKA",
                        modern ? "Pelatihan Kepemimpinan Administrator" : "Diklat Kepemimpinan Tingkat III",
                        from,
                        modern ? 108 : 95,
                        modern ? 922 : 360);
            case JPT_PRATAMA ->
                add(
                        "KL_STRUKTURAL",
                        "PKN_II",
                        modern ? "Pelatihan Kepemimpinan Nasional Tingkat II" : "Diklat Kepemimpinan Tingkat II",
                        from,
                        modern ? 110 : 100,
                        modern ? 944 : 420);
            case JPT_MADYA ->
                add("KL_STRUKTURAL", "PKN_I", "Pelatihan Kepemimpinan Nasional Tingkat I", from, 110, 945);
            default -> {
                // No other level has a programme of its own.
            }
        }
    }

    private void functional(List<Course.Stage> stages) {
        var family = seat.family();
        if (family == null || !CareerLaw.isFunctional(seat.level()) || !dice.chance(78)) {
            return;
        }
        for (var stage : stages) {
            if (CareerLaw.isFunctional(stage.level())) {
                var from = stage.from().plusMonths(dice.between(1, 14)).withDayOfMonth(dice.between(1, 25));
                add(
                        "KL_FUNGSIONAL",
                        null,
                        "Pelatihan Fungsional " + Grade.title(family, stage.level()),
                        from,
                        dice.between(8, 25),
                        dice.between(40, 160));
                return;
            }
        }
    }

    /** Most people reach their 20 hours in a year, some learn more, some nothing. */
    private void hours(int year) {
        int many = dice.weighted(12, 34, 36, 18);
        left = contract ? CONTRACT_HOURS : Integer.MAX_VALUE;
        for (int i = 0; i < many; i++) {
            var from = LocalDate.of(year, dice.between(1, 12), dice.between(1, 27));
            var subject = subject();
            switch (dice.weighted(38, 18, 14, 18, seat.unit().domain().equals("pu") ? 16 : 6, 4)) {
                case 0 ->
                    add(
                            "KL_TEKNIS",
                            null,
                            "Pelatihan Teknis " + subject,
                            from,
                            dice.between(3, 6),
                            contract ? 20 : dice.pick(List.of(20, 24, 30, 40)));
                case 1 -> seminar(subject, from);
                case 2 -> {
                    int days = dice.between(1, contract ? 2 : 4);
                    add("KL_WORKSHOP", null, "Lokakarya " + subject, from, days, 5 * days);
                }
                case 3 -> add("NK_ELEARNING", null, "E-learning " + subject, from, 10, dice.pick(List.of(3, 6, 8)));
                case 4 -> add("NK_MENTORING", null, "Mentoring " + subject, from, 1, 2);
                default -> add("NK_COACHING", null, "Coaching " + subject, from, 1, 2);
            }
        }
    }

    private void seminar(String subject, LocalDate from) {
        int days = dice.between(1, 2);
        add("KL_SEMINAR", null, "Seminar Nasional " + subject, from, days, 4 * days);
    }

    private String subject() {
        var domain = seat.unit().domain();
        boolean own = dice.chance(70);
        return dice.pick(Objects.requireNonNullElse(
                own ? SUBJECTS.get(domain) : null, Objects.requireNonNull(SUBJECTS.get("umum"))));
    }

    private void add(String form, @Nullable String programme, String name, LocalDate from, int days, int hours) {
        var to = from.plusDays(days - 1L);
        if (to.isAfter(until) || hours > left) {
            return;
        }
        left -= hours;
        var provider = "NK_MENTORING".equals(form) || "NK_COACHING".equals(form)
                ? seat.unit().department().name()
                : dice.pick(government.providers());
        trainings.add(new Training(
                ids.next(),
                form,
                programme,
                name,
                provider,
                dice.between(10_000, 99_000) + "/" + (programme == null ? "SERT" : programme) + '/' + from.getYear(),
                from,
                to,
                BigDecimal.valueOf(hours)));
    }
}
