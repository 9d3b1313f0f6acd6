package id.karier.jobs;

import id.karier.employee.EmployeeDirectory;
import id.karier.employee.EmployeeJson.Summary;
import id.karier.employee.EmployeeQueries;
import id.karier.kernel.Caller;
import id.karier.kernel.access.Resource;
import id.karier.kernel.data.Transactions;
import id.karier.kernel.web.ListFilter;
import id.karier.kernel.web.Lists;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** A kind of job for tests that reads people as any list does, and tells whom it saw and as whom it ran. */
@ApplicationScoped
public class PeopleHandler implements JobHandler<PeopleHandler.Question, PeopleHandler.Seen> {
    static final JobKind<Question, Seen> KIND =
            new JobKind<>("test-people", "test-people", Resource.EMPLOYEE, "jobs", Question.class, Seen.class);

    /** @param also a further resource that is asked of each person who was seen */
    record Question(Resource also) {}

    /**
     * @param people who is within reach
     * @param also those of them whose further resource may be read
     */
    record Seen(List<UUID> people, List<UUID> also, UUID account, String agency, String operation) {}

    private final Lists lists;
    private final EmployeeDirectory directory;
    private final Transactions transactions;
    private final Caller caller;

    PeopleHandler(Lists lists, EmployeeDirectory directory, Transactions transactions, Caller caller) {
        this.lists = lists;
        this.directory = directory;
        this.transactions = transactions;
        this.caller = caller;
    }

    @Override
    public JobKind<Question, Seen> kind() {
        return KIND;
    }

    @Override
    public void run(RunningJob<Question, Seen> job) {
        transactions.run(() -> {
            job.restart();
            var people = people();
            var also = people.stream()
                    .filter(person -> directory.mayRead(job.settings().also(), directory.require(person)))
                    .toList();
            job.succeed(people.size(), new Seen(people, also, caller.accountId(), caller.agency(), caller.operation()));
            return true;
        });
    }

    private List<UUID> people() {
        return lists.all(EmployeeQueries.EMPLOYEES, new ListFilter()).stream()
                .map(Summary::id)
                .toList();
    }
}
