package id.karier.integration.siasn;

import id.karier.integration.siasn.Dossier.AwardEntry;
import id.karier.integration.siasn.Dossier.CreditEntry;
import id.karier.integration.siasn.Dossier.DisciplineEntry;
import id.karier.integration.siasn.Dossier.EducationEntry;
import id.karier.integration.siasn.Dossier.Entry;
import id.karier.integration.siasn.Dossier.Origin;
import id.karier.integration.siasn.Dossier.PositionEntry;
import id.karier.integration.siasn.Dossier.RankEntry;
import id.karier.integration.siasn.Dossier.Raw;
import id.karier.integration.siasn.Dossier.TrainingEntry;
import id.karier.rules.terms.PenaltyLevel;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one row of one {@code rw-*} endpoint; kinds that the registers do not hold yet yield nothing. */
final class HistoryRows {
    private static final int MOST_HOURS = 99_999;
    private static final int MOST_CREDIT = 999_999;

    private final Cells cells;
    private final Raw raw;
    private final @Nullable String agencyKind;

    HistoryRows(Cells cells, Raw raw, @Nullable String agencyKind) {
        this.cells = cells;
        this.raw = raw;
        this.agencyKind = agencyKind;
    }

    /** The row as an entry; null when its kind has no register, or when the issues say why not. */
    @Nullable
    Entry entry() {
        return switch (raw.kind()) {
            case "rw-golongan" -> rank();
            case "rw-jabatan" -> position();
            case "rw-pendidikan" -> education();
            case "rw-diklat" -> structuralTraining();
            case "rw-kursus" -> course();
            case "rw-penghargaan" -> award();
            case "rw-hukdis" -> discipline();
            case "rw-angkakredit" -> credit();
            default -> null;
        };
    }

    private <T> @Nullable T required(@Nullable T value, String... names) {
        if (value == null && !cells.has(names)) {
            cells.issue(names[0], "REQUIRED");
        }
        return value;
    }

    private Origin origin(@Nullable String number, @Nullable LocalDate date) {
        return new Origin(number, date, cells.id(42, "id"), raw);
    }

    private @Nullable Entry rank() {
        var grade = cells.words().gradeOfName(cells.text(20, "golongan"));
        if (grade == null) {
            grade = cells.words().gradeOfId(cells.text(20, "golonganid"));
        }
        if (grade == null) {
            cells.issue(
                    cells.present("golongan", "golonganid"),
                    cells.has("golongan", "golonganid") ? "CODE_UNKNOWN" : "REQUIRED");
        }
        var since = required(cells.date("tmtgolongan"), "tmtgolongan");
        var decree = origin(cells.text(100, "sknomor"), cells.date("sktanggal"));
        return grade == null || since == null
                ? null
                : new RankEntry(
                        grade,
                        since,
                        cells.words().code("promotionKinds", cells.text(20, "jeniskpid")),
                        cells.whole(0, 60, "masakerjagolongantahun"),
                        cells.whole(0, 11, "masakerjagolonganbulan"),
                        decree);
    }

    private @Nullable Entry position() {
        var title = required(
                cells.text(
                        200,
                        "namajabatan",
                        "jabatanfungsionalnama",
                        "jabatanfungsionalumumnama",
                        "jabatanstrukturalnama"),
                "namajabatan",
                "jabatanfungsionalnama",
                "jabatanfungsionalumumnama",
                "jabatanstrukturalnama");
        var since = required(cells.date("tmtjabatan"), "tmtjabatan");
        var kind = cells.text(10, "jenisjabatan", "jenisjabatanid");
        var assignment =
                cells.words().code("assignments", Objects.requireNonNullElse(cells.text(10, "jenispenugasanid"), ""));
        if (assignment == null) {
            cells.issue("jenispenugasanid", "CODE_UNKNOWN");
        }
        var decree = origin(cells.text(100, "nomorsk"), cells.date("tanggalsk"));
        var swornIn = cells.date("tmtpelantikan");
        if (title == null || since == null || assignment == null) {
            return null;
        }
        return new PositionEntry(
                assignment,
                title,
                cells.words().level(kind, title, cells.text(20, "eselonid", "eselon"), null, agencyKind),
                cells.id(42, "jabatanstrukturalid", "jabatanfungsionalid", "jabatanfungsionalumumid"),
                "1".equals(kind) || "3".equals(kind),
                PersonReader.unit(cells),
                since,
                swornIn,
                false,
                null,
                decree);
    }

    private @Nullable Entry education() {
        var level = cells.words().education(cells.text(10, "tkpendidikanid"), cells.text(60, "tkpendidikannama"));
        if (level == null) {
            cells.issue(
                    cells.present("tkpendidikannama", "tkpendidikanid"),
                    cells.has("tkpendidikannama", "tkpendidikanid") ? "CODE_UNKNOWN" : "REQUIRED");
        }
        boolean exact = cells.has("tgllulus");
        var graduated =
                required(exact ? cells.date("tgllulus") : cells.dateOrYear("tahunlulus"), "tgllulus", "tahunlulus");
        if (level == null || graduated == null) {
            return null;
        }
        var field = cells.text(150, "pendidikannama");
        return new EducationEntry(
                level,
                field == null ? level.name() : field,
                cells.text(200, "namasekolah"),
                graduated,
                exact || !cells.isYear("tahunlulus"),
                cells.text(100, "nomorijasah", "nomorijazah"),
                cells.text(50, "gelardepan"),
                cells.text(100, "gelarbelakang"),
                cells.has("ispendidikanpertama") ? cells.flag("ispendidikanpertama") : null,
                origin(null, null));
    }

    private @Nullable Entry structuralTraining() {
        var name = required(cells.text(200, "latihanstrukturalnama"), "latihanstrukturalnama");
        var programme = cells.words().code("programmes", cells.text(200, "latihanstrukturalnama"));
        if (programme == null) {
            programme = cells.words().code("programmes", cells.text(10, "latihanstrukturalid"));
        }
        return training(
                name, "KL_STRUKTURAL", programme, cells.text(100, "nomor"), "tanggal", "tanggalselesai", "tahun");
    }

    private @Nullable Entry course() {
        var name = required(cells.text(200, "namakursus"), "namakursus");
        var form = cells.words().code("trainingForms", cells.text(10, "jenisdiklatid"));
        if (form == null || form.equals("KL_KURSUS")) {
            form = cells.words()
                    .code("trainingForms", cells.text(10, "jeniskursussertifikat", "jeniskursussertipikat"));
        }
        if (form == null || form.equals("KL_KURSUS")) {
            form = cells.words().code("trainingForms", Objects.requireNonNullElse(name, ""));
        }
        return training(
                name,
                Objects.requireNonNullElse(form, "KL_KURSUS"),
                null,
                cells.text(100, "nosertipikat", "nomorsertipikat"),
                "tanggalkursus",
                "tanggalselesaikursus",
                "tahunkursus");
    }

    private @Nullable Entry training(
            @Nullable String name,
            String form,
            @Nullable String programme,
            @Nullable String certificate,
            String first,
            String last,
            String year) {
        var starts = required(cells.has(first) ? cells.date(first) : cells.dateOrYear(year), first, year);
        var ends = cells.date(last);
        var hours = cells.decimal(0, MOST_HOURS, "jumlahjam");
        if (name == null || starts == null) {
            return null;
        }
        if (ends != null && ends.isBefore(starts)) {
            cells.issue(last, "ENDS_BEFORE_START");
            return null;
        }
        return new TrainingEntry(
                form,
                programme,
                name,
                cells.text(200, "institusipenyelenggara"),
                certificate,
                starts,
                ends == null ? starts : ends,
                !cells.has(first) && ends == null && cells.isYear(year) ? starts.getYear() : null,
                hours == null ? BigDecimal.ZERO : hours,
                origin(null, null));
    }

    private @Nullable Entry award() {
        var name = required(cells.text(200, "harganama"), "harganama");
        var granted =
                required(cells.has("skdate") ? cells.date("skdate") : cells.dateOrYear("tahun"), "skdate", "tahun");
        var decree = origin(cells.text(100, "sknomor"), cells.date("skdate"));
        return name == null || granted == null
                ? null
                : new AwardEntry(cells.text(10, "hargaid"), name, granted, decree);
    }

    private @Nullable Entry discipline() {
        var level = cells.words().code("penaltyLevels", cells.text(5, "jenistingkathukumanid"));
        if (level == null) {
            cells.issue("jenistingkathukumanid", cells.has("jenistingkathukumanid") ? "CODE_UNKNOWN" : "REQUIRED");
        }
        var starts = required(cells.date("hukumantanggal"), "hukumantanggal");
        var ends = cells.date("akhirhukumtanggal", "akhirhukumantanggal");
        var decree = origin(cells.text(100, "sknomor"), cells.date("sktanggal"));
        if (level == null || starts == null) {
            return null;
        }
        var name = cells.text(200, "jenishukumannama");
        var regulation = cells.text(50, "nomorpp");
        var reason = cells.text(300, "alasanhukumandisiplinnama", "keterangan");
        return new DisciplineEntry(
                PenaltyLevel.valueOf(level),
                cells.words().code("penalties", name),
                name,
                starts,
                ends,
                reason,
                regulation == null ? null : "PP " + regulation,
                cells.text(100, "skpembatalannomor"),
                cells.date("skpembatalantanggal"),
                decree);
    }

    /** The misspelt members are the system's own; the well-spelt ones are read too. */
    private @Nullable Entry credit() {
        var starts = month("bulanmulaipenailan", "bulanmulaipenilaian", "tahunmulaipenailan", "tahunmulaipenilaian");
        var ends =
                month("bulanselesaipenailan", "bulanselesaipenilaian", "tahunselesaipenailan", "tahunselesaipenilaian");
        var credit = required(cells.decimal(0, MOST_CREDIT, "kreditbarutotal"), "kreditbarutotal");
        var decree = origin(cells.text(100, "nomorsk"), cells.date("tanggalsk"));
        if (starts == null || ends == null || credit == null) {
            return null;
        }
        var title = cells.text(200, "namajabatan");
        return new CreditEntry(
                cells.words().level("2", title, null, null, agencyKind),
                title,
                basis(),
                starts.atDay(1),
                ends.atEndOfMonth(),
                credit,
                decree);
    }

    private String basis() {
        if (cells.flag("iskonversi")) {
            return "CONVERSION";
        }
        if (cells.flag("isintegrasi")) {
            return "INTEGRATION";
        }
        return "CONVENTIONAL";
    }

    private @Nullable YearMonth month(String month, String otherMonth, String year, String otherYear) {
        var inYear = required(cells.whole(1950, 2200, year, otherYear), year, otherYear);
        var of = required(cells.whole(1, 12, month, otherMonth), month, otherMonth);
        try {
            return inYear == null || of == null ? null : YearMonth.of(inYear, of);
        } catch (DateTimeException impossible) {
            return null;
        }
    }
}
