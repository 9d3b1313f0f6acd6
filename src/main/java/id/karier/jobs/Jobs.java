package id.karier.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.jobs.JobJson.JobView;
import id.karier.jobs.JobJson.ProblemView;
import id.karier.jobs.JobJson.Progress;
import id.karier.kernel.Caller;
import id.karier.kernel.Ids;
import id.karier.kernel.Messages;
import id.karier.kernel.ProblemException;
import id.karier.kernel.Published;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders long work and shows how it goes. A slice names its own kinds, so that it shows no other slice's jobs. */
@Published
@ApplicationScoped
public class Jobs {
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final JobQueries queries;
    private final ClaimQueries claims;
    private final Inputs inputs;
    private final JobRunner runner;
    private final AfterCommit afterCommit;
    private final Caller caller;
    private final ObjectMapper json;
    private final Ids ids;
    private final Clock clock;

    Jobs(
            JobQueries queries,
            ClaimQueries claims,
            Inputs inputs,
            JobRunner runner,
            AfterCommit afterCommit,
            Caller caller,
            ObjectMapper json,
            Ids ids,
            Clock clock) {
        this.queries = queries;
        this.claims = claims;
        this.inputs = inputs;
        this.runner = runner;
        this.afterCommit = afterCommit;
        this.caller = caller;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** Orders a job within the running transaction, on behalf of the caller; it starts after the commit. */
    public JobView order(JobOrder order) {
        var id = ids.next();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var settings = write(order.settings());
        claims.insert(id, caller.agency(), caller.accountId(), order, settings, now);
        if (order.input() != null) {
            inputs.store(id, order.input());
        }
        afterCommit.run(runner::wake);
        return view(new JobQueries.Row(
                id, order.kind(), JobStatus.QUEUED, settings, 0, order.total(), null, 0, now, null, null));
    }

    /** @throws ProblemException 404 when the caller's agency has no such job of these kinds */
    public JobView get(UUID id, Collection<String> kinds) {
        return view(find(id, kinds));
    }

    public Page<JobView> page(Collection<String> kinds, @Nullable JobStatus status, PageRequest request) {
        var page = queries.page(kinds, status, request);
        return new Page<>(page.items().stream().map(this::view).toList(), page.next(), page.total());
    }

    /** What was wrong with a job's input, in the order in which it was found. */
    public Page<ProblemView> problems(UUID id, Collection<String> kinds, PageRequest request) {
        var job = find(id, kinds);
        var page = queries.problems(id, request);
        var locale = caller.locale();
        var items = page.items().stream()
                .map(problem -> problemView(job.kind(), problem, locale))
                .toList();
        return new Page<>(items, page.next(), page.total());
    }

    private JobQueries.Row find(UUID id, Collection<String> kinds) {
        return queries.find(id, kinds).orElseThrow(ProblemException::notFound);
    }

    /** A job as it stands, or null when it is gone; for followers, outside of a request. */
    @Nullable
    JobView watch(UUID id, String agency) {
        var row = claims.watch(id, agency);
        return row == null ? null : view(row);
    }

    private JobView view(JobQueries.Row row) {
        var settings = read(row.settings(), JobOrder.Settings.class);
        return new JobView(
                row.id(),
                row.kind(),
                row.status(),
                settings.dryRun(),
                settings.partial(),
                new Progress(row.done(), row.total()),
                row.createdAt(),
                row.startedAt(),
                expectedEnd(row, clock.instant()),
                row.endedAt(),
                row.outcome() == null ? null : read(row.outcome(), JobOutcome.class),
                row.problemCount());
    }

    /** At the pace so far; nothing is expected of a job that has not begun or has ended. */
    private static @Nullable Instant expectedEnd(JobQueries.Row row, Instant now) {
        var started = row.startedAt();
        if (row.status() != JobStatus.RUNNING || started == null || row.done() <= 0 || row.total() < row.done()) {
            return null;
        }
        var spent = Duration.between(started, now);
        var left = spent.toMillis() * (row.total() - row.done()) / row.done();
        return now.plusMillis(left).truncatedTo(ChronoUnit.SECONDS);
    }

    private ProblemView problemView(String kind, JobQueries.Problem problem, Locale locale) {
        try {
            var handler = runner.handler(kind);
            var figures = json.readValue(problem.figures(), TEXTS).toArray();
            return new ProblemView(
                    problem.number(),
                    problem.line(),
                    problem.place(),
                    problem.text(),
                    problem.code(),
                    sentence(handler == null ? "jobs" : handler.bundle(), problem.code(), locale, figures));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("problem " + problem.number() + " has unreadable figures", damaged);
        }
    }

    /** A sentence of the kind's own bundle, or of this slice's. */
    private static String sentence(String bundle, String code, Locale locale, Object[] figures) {
        try {
            return Messages.text(locale, bundle + ".error." + code, figures);
        } catch (MissingResourceException general) {
            return Messages.text(locale, "jobs.error." + code, figures);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private <T> T read(String stored, Class<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("unreadable " + type.getSimpleName() + " of a job", damaged);
        }
    }
}
