package id.karier.demo.population;

import id.karier.demo.population.Catalogue.Family;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.PositionLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grade of a family's jobs.
 *
 * @param education what an operational post asks for; null for a functional one
 * @param share of a hundred seats
 */
record Grade(PositionLevel level, @Nullable EducationLevel education, String title, int share) {
    private static final List<Grade> OPERATIONAL = List.of(
            new Grade(PositionLevel.PELAKSANA, EducationLevel.S1, "Penelaah Teknis Kebijakan", 38),
            new Grade(PositionLevel.PELAKSANA, EducationLevel.D3, "Pengolah Data dan Informasi", 20),
            new Grade(PositionLevel.PELAKSANA, EducationLevel.SLTA, "Pengadministrasi Perkantoran", 32),
            new Grade(PositionLevel.PELAKSANA, EducationLevel.SLTP, "Operator Layanan Operasional", 10));

    static List<Grade> of(Family family) {
        return switch (family.ladder()) {
            case GENERAL -> OPERATIONAL;
            case EXPERT ->
                List.of(
                        functional(family, PositionLevel.JF_AHLI_PERTAMA, 45),
                        functional(family, PositionLevel.JF_AHLI_MUDA, 38),
                        functional(family, PositionLevel.JF_AHLI_MADYA, 17));
            case SKILLED ->
                List.of(
                        functional(family, PositionLevel.JF_TERAMPIL, 45),
                        functional(family, PositionLevel.JF_MAHIR, 33),
                        functional(family, PositionLevel.JF_PENYELIA, 22));
        };
    }

    private static Grade functional(Family family, PositionLevel level, int share) {
        return new Grade(level, null, title(family, level), share);
    }

    /** {@code Perawat Ahli Muda}. */
    static String title(Family family, PositionLevel level) {
        return family.title()
                + ' '
                + switch (level) {
                    case JF_AHLI_PERTAMA -> "Ahli Pertama";
                    case JF_AHLI_MUDA -> "Ahli Muda";
                    case JF_AHLI_MADYA -> "Ahli Madya";
                    case JF_TERAMPIL -> "Terampil";
                    case JF_MAHIR -> "Mahir";
                    default -> "Penyelia";
                };
    }

    /** What the highest operational post asks for that an education suffices for. */
    static EducationLevel asked(EducationLevel education) {
        if (education.compareTo(EducationLevel.D4) >= 0) {
            return EducationLevel.S1;
        }
        return education.compareTo(EducationLevel.D3) >= 0
                ? EducationLevel.D3
                : education.compareTo(EducationLevel.SLTA) >= 0 ? EducationLevel.SLTA : EducationLevel.SLTP;
    }

    static int jobClass(PositionLevel level, @Nullable EducationLevel education, int depth) {
        return switch (level) {
            case JPT_UTAMA -> 17;
            case JPT_MADYA -> 16;
            case JPT_PRATAMA -> depth == 1 ? 15 : 14;
            case ADMINISTRATOR -> depth <= 2 ? 12 : 11;
            case PENGAWAS, JF_AHLI_MUDA -> 9;
            case JF_AHLI_UTAMA -> 13;
            case JF_AHLI_MADYA -> 11;
            case JF_AHLI_PERTAMA, JF_PENYELIA -> 8;
            case JF_MAHIR -> 7;
            case JF_TERAMPIL -> 6;
            case JF_PEMULA -> 5;
            case PELAKSANA -> operational(education);
        };
    }

    private static int operational(@Nullable EducationLevel education) {
        if (education == EducationLevel.S1) {
            return 7;
        }
        return education == EducationLevel.D3 ? 6 : education == EducationLevel.SLTP ? 3 : 5;
    }
}
