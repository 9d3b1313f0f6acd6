package id.karier.rulebook.simulation;

import id.karier.employee.EmployeeKind;
import id.karier.employee.EmployeeStatus;
import id.karier.kernel.Published;
import id.karier.kernel.access.Resource;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSetKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the registers hold for one kind of rule set; a bean of the slice that owns those registers. A kind without such a
 * bean cannot be simulated.
 */
@Published
public interface KindInputs {
    RuleSetKind kind();

    /**
     * The resources whose registers the questions read. Whoever may not read all of them in the whole agency sees rounded
     * counts of a simulation, and of nobody what changes.
     */
    Set<Resource> sources();

    /**
     * What is asked about each of some people. Reads about all of them at once, within the running transaction and in
     * the name of their agency.
     *
     * @param day the day of which the registers are asked
     * @return an entry for every one of them
     */
    Map<UUID, Question> questions(List<Person> people, LocalDate day);

    /**
     * A person of the population.
     *
     * @param status the standing of today: the registers know no other
     */
    record Person(
            UUID id, EmployeeKind kind, EmployeeStatus status, LocalDate birthDate, LocalDate firstAppointmentOn) {
        public static List<UUID> ids(List<Person> people) {
            return people.stream().map(Person::id).toList();
        }

        boolean servesOn(LocalDate day) {
            return !status.hasLeft() && !firstAppointmentOn.isAfter(day);
        }
    }

    /**
     * One person's question, or why there is none.
     *
     * @param answer the law's answer under a version of the kind; may throw a {@link id.karier.kernel.ProblemException}
     *     when that version cannot take what the registers hold
     */
    record Question(
            @Nullable Function<RuleSet<?>, Result> answer,
            @Nullable SkipReason missing) {
        public static Question of(Function<RuleSet<?>, Result> answer) {
            return new Question(answer, null);
        }

        public static Question missing(SkipReason reason) {
            return new Question(null, reason);
        }
    }
}
