package id.karier.demo.population;

import id.karier.demo.population.Catalogue.Field;
import id.karier.demo.population.Structure.Post;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.PositionLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people studied: the degree they were appointed with, the school before it, and what they learned beside work. */
final class Studies {
    private static final Map<String, List<String>> LEADERS = Map.of(
            "umum", List.of("Ilmu Pemerintahan", "Ilmu Administrasi Negara", "Manajemen", "Ilmu Hukum"),
            "keuangan", List.of("Akuntansi", "Manajemen", "Ekonomi Pembangunan"),
            "kesehatan", List.of("Kesehatan Masyarakat"),
            "pendidikan", List.of("Pendidikan Matematika", "Pendidikan Bahasa Indonesia", "Ilmu Administrasi Negara"),
            "pu", List.of("Teknik Sipil", "Perencanaan Wilayah dan Kota", "Arsitektur"),
            "informatika", List.of("Teknik Informatika", "Sistem Informasi", "Ilmu Komunikasi"),
            "pertanian", List.of("Agribisnis", "Agroteknologi"));

    private Studies() {}

    /** A degree before it is a row. */
    record Degree(
            EducationLevel level, String field, @Nullable Field titled, LocalDate graduatedOn, boolean atAppointment) {
        Catalogue.@Nullable Titles titles() {
            return titled == null ? null : titled.titles().get(level);
        }
    }

    /** What somebody had when she entered service. */
    record Entry(EducationLevel level, @Nullable Field field, boolean doctor) {}

    /** The degree with which somebody enters who holds a post at this age. */
    static Entry entry(Post post, int age, Dice dice) {
        var family = post.family();
        if (family == null) {
            return leader(post, age, dice);
        }
        var level = switch (family.ladder()) {
            case EXPERT -> EducationLevel.S1;
            case SKILLED -> EducationLevel.D3;
            case GENERAL -> general(Objects.requireNonNull(post.education()), age, dice);
        };
        return new Entry(level, field(family.fields(), level, dice), family.isMedical());
    }

    private static Entry leader(Post post, int age, Dice dice) {
        var names = Objects.requireNonNullElse(
                LEADERS.get(post.unit().domain()), Objects.requireNonNull(LEADERS.get("umum")));
        var fields = names.stream().map(Catalogue::field).toList();
        if (post.level() == PositionLevel.PENGAWAS && age >= 42 && dice.chance(22)) {
            var level = dice.chance(50) ? EducationLevel.D3 : EducationLevel.SLTA;
            return new Entry(level, field(fields, level, dice), false);
        }
        if (dice.chance(22)) {
            return new Entry(EducationLevel.D4, Catalogue.field("Ilmu Pemerintahan"), false);
        }
        return new Entry(EducationLevel.S1, field(fields, EducationLevel.S1, dice), false);
    }

    private static EducationLevel general(EducationLevel asked, int age, Dice dice) {
        if (asked == EducationLevel.S1 && age >= 36 && dice.chance(30)) {
            return dice.chance(50) ? EducationLevel.D3 : EducationLevel.SLTA;
        }
        if (asked == EducationLevel.D3 && age >= 36 && dice.chance(25)) {
            return EducationLevel.SLTA;
        }
        return asked;
    }

    private static @Nullable Field field(List<Field> fields, EducationLevel level, Dice dice) {
        if (level.compareTo(EducationLevel.D3) < 0) {
            return null;
        }
        var leading = fields.stream().filter(f -> f.leadsTo(level)).toList();
        return leading.isEmpty() ? Catalogue.field("Ilmu Administrasi Negara") : dice.pick(leading);
    }

    /** All that was studied until a day, in order. */
    static List<Degree> until(LocalDate day, Entry entry, Post post, LocalDate birth, LocalDate appointed, Dice dice) {
        var degrees = new ArrayList<Degree>();
        if (entry.level().compareTo(EducationLevel.SLTA) > 0) {
            degrees.add(new Degree(EducationLevel.SLTA, school(dice), null, summer(birth, 18, dice), false));
        }
        int age = switch (entry.level()) {
            case SD -> 12;
            case SLTP -> 15;
            case SLTA -> 18;
            case D1, D2, D3 -> 21;
            default -> entry.doctor() ? 24 : 22;
        };
        var graduated = summer(birth, age, dice);
        if (!graduated.isBefore(appointed)) {
            graduated = appointed.minusDays(dice.between(60, 160));
        }
        var name = entry.field() == null
                ? entry.level() == EducationLevel.SLTA ? school(dice) : "Umum"
                : entry.field().name();
        degrees.add(new Degree(entry.level(), name, entry.field(), graduated, true));
        beside(degrees, day, entry, post, appointed, dice);
        return degrees;
    }

    private static void beside(
            List<Degree> degrees, LocalDate day, Entry entry, Post post, LocalDate appointed, Dice dice) {
        var have = entry.level();
        var family = post.family();
        var asked = post.education();
        boolean leads = family == null;
        if (have.compareTo(EducationLevel.D4) < 0
                && (leads || (asked != null && asked.compareTo(have) > 0) || bachelorAnyway(post, dice))) {
            var level = asked == EducationLevel.D3 ? EducationLevel.D3 : EducationLevel.S1;
            var fields = family == null ? List.of(Catalogue.field("Ilmu Administrasi Negara")) : family.fields();
            var field =
                    entry.field() != null && entry.field().leadsTo(level) ? entry.field() : field(fields, level, dice);
            var graduated = later(appointed, dice.between(5, 9), dice);
            if (graduated.isBefore(day.minusMonths(3))) {
                degrees.add(new Degree(level, Objects.requireNonNull(field).name(), field, graduated, false));
                have = level;
            }
        }
        var field = degrees.get(degrees.size() - 1).titled();
        if (have.compareTo(EducationLevel.D4) >= 0
                && field != null
                && field.leadsTo(EducationLevel.S2)
                && dice.chance(masters(post.level()))) {
            var after = degrees.get(degrees.size() - 1).graduatedOn().isAfter(appointed)
                    ? degrees.get(degrees.size() - 1).graduatedOn()
                    : appointed;
            var graduated = later(after, dice.between(4, 9), dice);
            if (graduated.isBefore(day.minusMonths(3))) {
                degrees.add(new Degree(EducationLevel.S2, field.name(), field, graduated, false));
                doctorate(degrees, field, day, post, graduated, dice);
            }
        }
    }

    private static void doctorate(
            List<Degree> degrees, Field field, LocalDate day, Post post, LocalDate masters, Dice dice) {
        boolean may =
                post.level().compareTo(PositionLevel.JPT_PRATAMA) <= 0 || post.level() == PositionLevel.JF_AHLI_MADYA;
        var graduated = later(masters, dice.between(5, 10), dice);
        if (may && field.leadsTo(EducationLevel.S3) && graduated.isBefore(day.minusMonths(3)) && dice.chance(14)) {
            degrees.add(new Degree(EducationLevel.S3, field.name(), field, graduated, false));
        }
    }

    private static boolean bachelorAnyway(Post post, Dice dice) {
        return CareerLaw.isFunctional(post.level()) && dice.chance(22);
    }

    private static int masters(PositionLevel level) {
        return switch (level) {
            case JPT_UTAMA, JPT_MADYA, JPT_PRATAMA -> 96;
            case ADMINISTRATOR -> 58;
            case JF_AHLI_MADYA -> 50;
            case PENGAWAS, JF_AHLI_MUDA -> 20;
            default -> 6;
        };
    }

    private static String school(Dice dice) {
        return dice.pick(List.of("IPA", "IPS", "IPS", "Administrasi Perkantoran", "Akuntansi"));
    }

    private static LocalDate summer(LocalDate birth, int age, Dice dice) {
        return LocalDate.of(birth.getYear() + age, dice.between(6, 9), dice.between(1, 28));
    }

    private static LocalDate later(LocalDate after, int years, Dice dice) {
        return LocalDate.of(after.getYear() + years, dice.between(2, 11), dice.between(1, 28));
    }

    /** The highest degree that somebody had on a day. */
    static EducationLevel highest(List<Degree> degrees, LocalDate day) {
        return degrees.stream()
                .filter(d -> d.atAppointment() || d.graduatedOn().isBefore(day))
                .map(Degree::level)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Titles as a person bears them: those of her highest degree of each step, front and back. */
    static Catalogue.Titles borne(List<Degree> degrees) {
        var front = new ArrayList<String>();
        var back = new ArrayList<String>();
        boolean graduate = degrees.stream().anyMatch(d -> d.level().compareTo(EducationLevel.D4) >= 0);
        for (var degree : degrees) {
            var titles = degree.titles();
            boolean outgrown = graduate && degree.level().compareTo(EducationLevel.D4) < 0;
            if (titles == null || outgrown) {
                continue;
            }
            if (titles.front() != null) {
                front.add(0, titles.front());
            }
            if (titles.back() != null) {
                back.add(titles.back());
            }
        }
        return new Catalogue.Titles(
                front.isEmpty() ? null : String.join(" ", front), back.isEmpty() ? null : String.join(", ", back));
    }
}
