package id.karier.rules;

import id.karier.kernel.Published;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * The law as it was known on the day of asking: a coming day follows the rule in force on that day, if it was enacted
 * by then.
 *
 * @param now the rule set that decides on the day of asking and before
 * @param coming those that take its place, by their first day
 */
@Published
public record Law<B extends RuleBody>(RuleSet<B> now, NavigableMap<LocalDate, RuleSet<B>> coming) {
    public Law {
        coming = Collections.unmodifiableNavigableMap(new TreeMap<>(coming));
    }

    /** One rule set for every day. */
    public static <B extends RuleBody> Law<B> always(RuleSet<B> ruleSet) {
        return new Law<>(ruleSet, new TreeMap<>());
    }

    /** The rule set that counts on a day. */
    public RuleSet<B> on(LocalDate day) {
        var entry = coming.floorEntry(day);
        return entry == null ? now : entry.getValue();
    }

    /**
     * The first day that the law of that very day gives: under the rule set of now, else under the next one, but then
     * not before it counts.
     */
    public LocalDate firstDay(Function<B, LocalDate> under) {
        var day = under.apply(now.body());
        for (var next : coming.entrySet()) {
            if (day.isBefore(next.getKey())) {
                return day;
            }
            var then = under.apply(next.getValue().body());
            day = then.isBefore(next.getKey()) ? next.getKey() : then;
        }
        return day;
    }

    /** A short mark of what decides on which day: it differs when another version, reading or first day counts. */
    public String mark() {
        var said = new StringBuilder(now.version() + " " + now.ref().revision());
        coming.forEach((day, then) -> said.append(' ')
                .append(day)
                .append(' ')
                .append(then.version())
                .append(' ')
                .append(then.ref().revision()));
        return UUID.nameUUIDFromBytes(said.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Those that take its place up to a day, soonest first. */
    public List<RuleSet<B>> comingBy(LocalDate day) {
        return List.copyOf(coming.headMap(day, true).values());
    }
}
