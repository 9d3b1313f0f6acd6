package id.karier.rulebook.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.karier.employee.EmployeeKind;
import id.karier.employee.EmployeeStatus;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.Resource;
import id.karier.rulebook.simulation.KindInputs.Person;
import id.karier.rulebook.simulation.KindInputs.Question;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSetKind;
import id.karier.rules.RuleSets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class WeighingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Person SOMEBODY =
            new Person(new UUID(1, 1), EmployeeKind.PNS, EmployeeStatus.ACTIVE, DAY.minusYears(30), DAY.minusYears(5));

    private final List<RuleSet<?>> versions = RuleSets.national().all(RuleSetKind.RETIREMENT, null);
    private final RuleSet<?> current = versions.get(0);
    private final RuleSet<?> draft = versions.get(1);
    private final Tally tally = new Tally();

    private List<Weighing.Difference> weigh(Function<RuleSet<?>, Result> answer) {
        var inputs = new KindInputs() {
            @Override
            public RuleSetKind kind() {
                return RuleSetKind.RETIREMENT;
            }

            @Override
            public Set<Resource> sources() {
                return Set.of(Resource.EMPLOYEE);
            }

            @Override
            public Map<UUID, Question> questions(List<Person> people, LocalDate day) {
                return Map.of(SOMEBODY.id(), Question.of(answer));
            }
        };
        return new Weighing(inputs, current, draft, DAY).weigh(List.of(SOMEBODY), tally);
    }

    @Test
    void what_a_version_cannot_take_leaves_the_person_out() {
        var differences = weigh(version -> {
            if (version == draft) {
                throw new ProblemException(ErrorCode.RULE_INPUT_INVALID);
            }
            return Result.of("58");
        });

        assertThat(differences).isEmpty();
        assertThat(tally.outcome().skipped()).isEqualTo(Map.of(SkipReason.REFUSED_BY_DRAFT, 1L));
    }

    @Test
    void any_other_problem_ends_the_run() {
        var fault = new ProblemException(ErrorCode.NOT_FOUND);

        assertThatThrownBy(() -> weigh(version -> {
                    throw fault;
                }))
                .isSameAs(fault);
    }
}
