package id.karier.history;

import id.karier.employee.EmployeeStatus;
import id.karier.history.Career.Holding;
import id.karier.history.Career.PenaltySpan;
import id.karier.history.Career.Spans;
import id.karier.history.Career.Training;
import id.karier.kernel.Published;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What other slices ask about careers: position, rank, education and credit of people on a day, and since when. It reads
 * within the caller's agency, but does not check the caller's reach, nor her right to read penalties: whoever shows an
 * answer has to check both.
 */
@Published
@ApplicationScoped
public class CareerDirectory {
    /** Below the number from which MariaDB would rewrite the list of ids as a join. */
    private static final int BATCH = 500;

    private final CareerQueries queries;

    CareerDirectory(CareerQueries queries) {
        this.queries = queries;
    }

    public Career on(UUID person, LocalDate day) {
        return on(List.of(person), day).getOrDefault(person, Career.NONE);
    }

    /** The careers of many people at once, in four statements for five hundred of them; an entry for every one. */
    public Map<UUID, Career> on(Collection<UUID> people, LocalDate day) {
        return batched(people, some -> {
            var careers = new HashMap<UUID, Career>();
            var credits = queries.credits(some);
            entries(some).forEach((person, entries) -> {
                var all = new CareerEntries(
                        entries.positions(),
                        entries.ranks(),
                        entries.educations(),
                        credits.getOrDefault(person, List.of()),
                        entries.statuses());
                careers.put(person, CareerRules.career(all, day));
            });
            return careers;
        });
    }

    /** The definitive positions of the day, in one statement for five hundred people; no entry for who has none. */
    public Map<UUID, Holding> positions(Collection<UUID> people, LocalDate day) {
        return batched(people, some -> {
            var holdings = new HashMap<UUID, Holding>();
            queries.positions(some).forEach((person, spans) -> put(holdings, person, CareerRules.position(spans, day)));
            return holdings;
        });
    }

    /** How many people hold each of some positions on a day or will after it; no entry for a position without anybody. */
    public Map<UUID, Integer> holders(Collection<UUID> positions, LocalDate day) {
        return batched(positions, some -> queries.holders(some, day));
    }

    /** The legal standings of many people on a day; an entry for every one. */
    public Map<UUID, EmployeeStatus> statuses(Collection<UUID> people, LocalDate day) {
        return batched(people, some -> {
            var spans = queries.statuses(some);
            var statuses = new HashMap<UUID, EmployeeStatus>();
            some.forEach(person ->
                    statuses.put(person, CareerRules.status(spans.getOrDefault(person, List.of()), day)));
            return statuses;
        });
    }

    /** The penalties of many people, oldest first; no entry for who has none. */
    public Map<UUID, List<PenaltySpan>> penalties(Collection<UUID> people) {
        return batched(people, queries::penalties);
    }

    /** Everything that a person was and will be, penalties included. */
    public Spans spans(UUID person) {
        var one = List.of(person);
        return new Spans(
                queries.positions(one).getOrDefault(person, List.of()),
                queries.ranks(one).getOrDefault(person, List.of()),
                queries.penalties(one).getOrDefault(person, List.of()));
    }

    /**
     * The trainings that began on a day or later and had ended by another, oldest first; no entry for who has none. What is
     * known by its year alone counts from the first day on.
     */
    public Map<UUID, List<Training>> trainings(Collection<UUID> people, LocalDate from, LocalDate until) {
        return batched(people, some -> queries.trainings(some, from, until));
    }

    /** What the current state is computed from: everything but credits, of at most five hundred people. */
    Map<UUID, CareerEntries> entries(Collection<UUID> people) {
        var positions = queries.positions(people);
        var ranks = queries.ranks(people);
        var educations = queries.educations(people);
        var statuses = queries.statuses(people);
        var entries = new HashMap<UUID, CareerEntries>();
        for (var person : people) {
            entries.put(
                    person,
                    new CareerEntries(
                            positions.getOrDefault(person, List.of()),
                            ranks.getOrDefault(person, List.of()),
                            educations.getOrDefault(person, List.of()),
                            List.of(),
                            statuses.getOrDefault(person, List.of())));
        }
        return entries;
    }

    private static <T> Map<UUID, T> batched(Collection<UUID> keys, Function<List<UUID>, Map<UUID, T>> read) {
        var ids = keys.stream().distinct().toList();
        var all = new HashMap<UUID, T>();
        for (int from = 0; from < ids.size(); from += BATCH) {
            all.putAll(read.apply(ids.subList(from, Math.min(from + BATCH, ids.size()))));
        }
        return all;
    }

    private static <T> void put(Map<UUID, T> found, UUID person, @Nullable T value) {
        Optional.ofNullable(value).ifPresent(present -> found.put(person, present));
    }
}
