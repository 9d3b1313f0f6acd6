package id.karier.rules.terms;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/** The seventeen ranks of a permanent civil servant (<em>golongan ruang</em>, PP 99/2000), lowest first. */
public enum Rank {
    @JsonProperty("I/a")
    I_A("I/a"),
    @JsonProperty("I/b")
    I_B("I/b"),
    @JsonProperty("I/c")
    I_C("I/c"),
    @JsonProperty("I/d")
    I_D("I/d"),
    @JsonProperty("II/a")
    II_A("II/a"),
    @JsonProperty("II/b")
    II_B("II/b"),
    @JsonProperty("II/c")
    II_C("II/c"),
    @JsonProperty("II/d")
    II_D("II/d"),
    @JsonProperty("III/a")
    III_A("III/a"),
    @JsonProperty("III/b")
    III_B("III/b"),
    @JsonProperty("III/c")
    III_C("III/c"),
    @JsonProperty("III/d")
    III_D("III/d"),
    @JsonProperty("IV/a")
    IV_A("IV/a"),
    @JsonProperty("IV/b")
    IV_B("IV/b"),
    @JsonProperty("IV/c")
    IV_C("IV/c"),
    @JsonProperty("IV/d")
    IV_D("IV/d"),
    @JsonProperty("IV/e")
    IV_E("IV/e");

    private final String grade;

    Rank(String grade) {
        this.grade = grade;
    }

    /** The legal form, such as {@code III/c}. */
    public String grade() {
        return grade;
    }

    /** The rank one step up; empty at the top. */
    public Optional<Rank> next() {
        return ordinal() + 1 < values().length ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
    }

    /** Steps from here up to another rank; negative when that one is lower. */
    public int stepsTo(Rank other) {
        return other.ordinal() - ordinal();
    }

    public boolean isAbove(Rank other) {
        return compareTo(other) > 0;
    }

    public boolean isBelow(Rank other) {
        return compareTo(other) < 0;
    }

    @Override
    public String toString() {
        return grade;
    }
}
