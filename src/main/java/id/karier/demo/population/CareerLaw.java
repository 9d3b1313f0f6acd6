package id.karier.demo.population;

import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.PositionLevel;
import id.karier.rules.terms.Rank;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What invented careers obey (DOMAIN §§2, 7), so that they look like real ones. The law that decides about people is
 * data, in the rule sets; this is a fixed copy for a pure generator.
 */
final class CareerLaw {
    /** Months between two regular promotions. */
    static final int REGULAR_MONTHS = 48;

    /** Months in rank and post of a leader whose rank is below the post. */
    static final int BELOW_POST_MONTHS = 12;

    /** Fewest months in rank of a functional officer. */
    static final int FUNCTIONAL_MONTHS = 24;

    private CareerLaw() {}

    /** @param doctor doctors and pharmacists enter and end a rank higher than other graduates */
    static Rank entry(EducationLevel education, boolean doctor) {
        return switch (education) {
            case SD -> Rank.I_A;
            case SLTP -> Rank.I_C;
            case SLTA, D1 -> Rank.II_A;
            case D2 -> Rank.II_B;
            case D3 -> Rank.II_C;
            case D4, S1 -> doctor ? Rank.III_B : Rank.III_A;
            case S2 -> Rank.III_B;
            case S3 -> Rank.III_C;
        };
    }

    /** The last rank of regular promotion. */
    static Rank ceiling(EducationLevel education, boolean doctor) {
        return switch (education) {
            case SD -> Rank.II_A;
            case SLTP -> Rank.II_C;
            case SLTA, D1, D2 -> Rank.III_B;
            case D3 -> Rank.III_C;
            case D4, S1 -> doctor ? Rank.IV_A : Rank.III_D;
            case S2 -> Rank.IV_A;
            case S3 -> Rank.IV_B;
        };
    }

    static Rank lowest(PositionLevel level) {
        return switch (level) {
            case JPT_UTAMA -> Rank.IV_E;
            case JPT_MADYA, JF_AHLI_UTAMA -> Rank.IV_D;
            case JPT_PRATAMA -> Rank.IV_B;
            case ADMINISTRATOR -> Rank.III_D;
            case PENGAWAS -> Rank.III_B;
            case JF_AHLI_MADYA -> Rank.IV_A;
            case JF_AHLI_MUDA, JF_PENYELIA -> Rank.III_C;
            case JF_AHLI_PERTAMA, JF_MAHIR -> Rank.III_A;
            case JF_TERAMPIL -> Rank.II_B;
            case JF_PEMULA -> Rank.II_A;
            case PELAKSANA -> Rank.I_A;
        };
    }

    /** For an operational post the education sets the end, see {@link #ceiling}. */
    static Rank highest(PositionLevel level) {
        return switch (level) {
            case JPT_UTAMA, JPT_MADYA, JF_AHLI_UTAMA, PELAKSANA -> Rank.IV_E;
            case JPT_PRATAMA -> Rank.IV_D;
            case ADMINISTRATOR -> Rank.IV_B;
            case JF_AHLI_MADYA -> Rank.IV_C;
            case PENGAWAS, JF_AHLI_MUDA, JF_PENYELIA -> Rank.III_D;
            case JF_AHLI_PERTAMA, JF_MAHIR -> Rank.III_B;
            case JF_TERAMPIL -> Rank.II_D;
            case JF_PEMULA -> Rank.II_A;
        };
    }

    static int retirementAge(PositionLevel level) {
        return switch (level) {
            case JF_AHLI_UTAMA -> 65;
            case JPT_UTAMA, JPT_MADYA, JPT_PRATAMA, JF_AHLI_MADYA -> 60;
            default -> 58;
        };
    }

    /** The first day of the month after the one in which the age is reached. */
    static LocalDate retirement(LocalDate birth, int age) {
        return birth.plusYears(age).plusMonths(1).withDayOfMonth(1);
    }

    /** Whether promotions take effect in this month: April and October, six times since 2024, monthly since 10/2025. */
    static boolean isPeriod(int year, int month) {
        if (year > 2025 || (year == 2025 && month >= 10)) {
            return true;
        }
        return year >= 2024 ? month % 2 == 0 : month == 4 || month == 10;
    }

    static boolean isLeading(PositionLevel level) {
        return level.compareTo(PositionLevel.PENGAWAS) <= 0;
    }

    static boolean isFunctional(PositionLevel level) {
        return level.compareTo(PositionLevel.JF_AHLI_UTAMA) >= 0;
    }

    /** Credit of a full year with the predicate Baik. */
    static BigDecimal coefficient(PositionLevel level) {
        return new BigDecimal(
                switch (level) {
                    case JF_AHLI_UTAMA -> "50";
                    case JF_AHLI_MADYA -> "37.5";
                    case JF_AHLI_MUDA, JF_PENYELIA -> "25";
                    case JF_TERAMPIL -> "5";
                    case JF_PEMULA -> "3.75";
                    default -> "12.5";
                });
    }

    /** Grade of a contract civil servant, from 1 (I) to 17 (XVII). */
    static int contractGrade(EducationLevel education) {
        return switch (education) {
            case SD -> 1;
            case SLTP -> 4;
            case SLTA, D1 -> 5;
            case D2 -> 6;
            case D3 -> 7;
            case D4, S1 -> 9;
            case S2 -> 10;
            case S3 -> 11;
        };
    }

    static String roman(int grade) {
        var tens = grade >= 10 ? "X" : "";
        return tens
                + switch (grade % 10) {
                    case 1 -> "I";
                    case 2 -> "II";
                    case 3 -> "III";
                    case 4 -> "IV";
                    case 5 -> "V";
                    case 6 -> "VI";
                    case 7 -> "VII";
                    case 8 -> "VIII";
                    case 9 -> "IX";
                    default -> "";
                };
    }
}
