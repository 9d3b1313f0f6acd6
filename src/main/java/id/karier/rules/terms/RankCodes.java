package id.karier.rules.terms;

import java.util.List;

/** The codes of both ladders: the ranks of a PNS, such as {@code III/c}, and the grades of a PPPK (Perpres 98/2020). */
public final class RankCodes {
    /** The seventeen grades (<em>golongan</em>) of a PPPK, lowest first. */
    public static final List<String> GRADES = List.of(
            "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
            "XVII");

    private RankCodes() {}

    /** The place of a code on its own ladder, from 1; 0 for a code of neither. */
    public static int order(String code) {
        for (var rank : Rank.values()) {
            if (rank.grade().equals(code)) {
                return rank.ordinal() + 1;
            }
        }
        return GRADES.indexOf(code) + 1;
    }
}
