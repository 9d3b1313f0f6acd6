package id.karier.jobs;

import id.karier.jobs.JobJson.JobView;
import id.karier.jobs.JobJson.ProblemView;
import id.karier.jobs.JobJson.ProgressView;
import id.karier.kernel.Caller;
import id.karier.kernel.Ids;
import id.karier.kernel.Messages;
import id.karier.kernel.ProblemException;
import id.karier.kernel.Published;
import id.karier.kernel.access.HolderRights;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders long work and shows how it goes, within the {@link JobScope} of the address that is asked. */
@Published
@ApplicationScoped
public class Jobs {
    private final JobQueries queries;
    private final ClaimQueries claims;
    private final Inputs inputs;
    private final JobHandlers handlers;
    private final JobRunner runner;
    private final AfterCommit afterCommit;
    private final Caller caller;
    private final HolderRights rights;
    private final StoredJson json;
    private final Ids ids;
    private final Clock clock;

    Jobs(
            JobQueries queries,
            ClaimQueries claims,
            Inputs inputs,
            JobHandlers handlers,
            JobRunner runner,
            AfterCommit afterCommit,
            Caller caller,
            HolderRights rights,
            StoredJson json,
            Ids ids,
            Clock clock) {
        this.queries = queries;
        this.claims = claims;
        this.inputs = inputs;
        this.handlers = handlers;
        this.runner = runner;
        this.afterCommit = afterCommit;
        this.caller = caller;
        this.rights = rights;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** Orders a job within the running transaction for the caller, as whom it will run; it starts after the commit. */
    public <S extends Record> JobView order(JobOrder<S> order) {
        var id = ids.next();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var settings = json.write(order.settings());
        var orderer = json.write(Orderer.of(caller, rights));
        claims.insert(id, caller.agency(), caller.accountId(), orderer, order, settings, now);
        if (order.input() != null) {
            inputs.store(id, order.input());
        }
        afterCommit.run(runner::wake);
        return view(new JobQueries.Row(
                id, order.kind().name(), JobStatus.QUEUED, settings, 0, order.total(), null, 0, now, null, null));
    }

    /** @throws ProblemException 404 when the caller's agency has no such job in this scope */
    public JobView get(UUID id, JobScope scope) {
        return view(find(id, scope));
    }

    public Page<JobView> page(JobScope scope, @Nullable JobStatus status, PageRequest request) {
        var page = queries.page(scope, status, request);
        return new Page<>(page.items().stream().map(this::view).toList(), page.next(), page.total());
    }

    /** What was wrong with a job's input, in the order in which it was found. */
    public Page<ProblemView> problems(UUID id, JobScope scope, PageRequest request) {
        var job = find(id, scope);
        var page = queries.problems(id, request);
        var locale = caller.locale();
        var items = page.items().stream()
                .map(problem -> problemView(job.kind(), problem, locale))
                .toList();
        return new Page<>(items, page.next(), page.total());
    }

    private JobQueries.Row find(UUID id, JobScope scope) {
        return queries.find(id, scope).orElseThrow(ProblemException::notFound);
    }

    /** A job as it stands, or null when it is gone; for followers, outside of a request. */
    @Nullable
    JobView watch(UUID id, Caller.Identity who) {
        var row = claims.watch(id, who.agency());
        return row == null ? null : view(row, who);
    }

    private JobView view(JobQueries.Row row) {
        return view(row, caller.identity());
    }

    private JobView view(JobQueries.Row row, Caller.Identity who) {
        return view(row, Objects.requireNonNull(handlers.of(row.kind()), row.kind()), who);
    }

    private <S extends Record, O extends Record> JobView view(
            JobQueries.Row row, JobHandler<S, O> handler, Caller.Identity who) {
        var settings = json.read(row.settings(), handler.kind().settings());
        var outcome = row.outcome() == null
                ? null
                : handler.shown(
                        settings, json.read(row.outcome(), handler.kind().outcome()), who);
        return new JobView(
                row.id(),
                row.kind(),
                row.status(),
                settings,
                new ProgressView(row.done(), row.total()),
                row.createdAt(),
                row.startedAt(),
                expectedEnd(row, clock.instant()),
                row.endedAt(),
                outcome,
                row.problemCount());
    }

    /** An address shows only kinds whose handler is here. */
    private JobKind<?, ?> kind(String name) {
        return Objects.requireNonNull(handlers.of(name), name).kind();
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
        Object[] figures = json.read(problem.figures(), String[].class);
        return new ProblemView(
                problem.number(),
                problem.line(),
                problem.place(),
                problem.text(),
                problem.code(),
                sentence(kind(kind).bundle(), problem.code(), locale, figures));
    }

    /** A sentence of the kind's own bundle, or the general one of this slice. */
    private static String sentence(String bundle, String code, Locale locale, Object[] figures) {
        try {
            return Messages.text(locale, bundle + ".error." + code, figures);
        } catch (MissingResourceException general) {
            return Messages.text(locale, "jobs.error." + code, figures);
        }
    }
}
