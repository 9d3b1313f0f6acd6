package id.karier.jobs;

import id.karier.jobs.ClaimQueries.ClaimedJob;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.Ids;
import id.karier.kernel.Messages;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.HolderRights;
import id.karier.kernel.data.Transactions;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Claims open jobs for this node's few workers, keeps the claims alive, and lets go of them when the node stops. */
@ApplicationScoped
public class JobRunner {
    private static final Logger LOG = Logger.getLogger(JobRunner.class);

    /** Other nodes may be quicker a few times; whoever finds nothing looks again soon. */
    private static final int LOOKS = 10;

    private final ClaimQueries claims;
    private final Transactions transactions;
    private final Claim.Tools tools;
    private final JobHandlers handlers;
    private final Caller caller;
    private final HolderRights rights;
    private final Ids ids;
    private final Clock clock;
    private final JobConfig config;
    private final ExecutorService workers = Executors.newCachedThreadPool(JobRunner::thread);
    private final Map<UUID, Claim<?, ?>> running = new ConcurrentHashMap<>();
    private final Queue<Claim<?, ?>> interrupted = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;

    JobRunner(
            ClaimQueries claims,
            Transactions transactions,
            AfterCommit afterCommit,
            Inputs inputs,
            JobHandlers handlers,
            Caller caller,
            HolderRights rights,
            Ids ids,
            StoredJson json,
            Clock clock,
            JobConfig config) {
        this.claims = claims;
        this.transactions = transactions;
        this.tools = new Claim.Tools(claims, transactions, afterCommit, inputs, json, clock, config);
        this.handlers = handlers;
        this.caller = caller;
        this.rights = rights;
        this.ids = ids;
        this.clock = clock;
        this.config = config;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "karier-job");
        thread.setDaemon(true);
        return thread;
    }

    @Scheduled(every = "${karier.jobs.poll:3s}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        letGo();
        renew();
        lookForWork();
    }

    /** When the database is away, the next round looks again. */
    private void lookForWork() {
        try {
            fill();
        } catch (RuntimeException failed) {
            if (!Transactions.isPassing(failed)) {
                throw failed;
            }
            LOG.warnf("open jobs wait: %s", failed.getMessage());
        }
    }

    /** Jobs that an outage interrupted go back to the queue when it is over; that start is not counted. */
    private void letGo() {
        for (var claim : interrupted) {
            try {
                claim.release();
                interrupted.remove(claim);
            } catch (RuntimeException failed) {
                LOG.warnf("job %s cannot go back to the queue yet: %s", claim.id(), failed.getMessage());
                return;
            }
        }
    }

    /** Somebody has ordered a job: look at once. */
    void wake() {
        try {
            workers.execute(this::lookForWork);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("the node stops; another takes the job");
        }
    }

    private void renew() {
        var until = clock.instant().plus(config.lease());
        for (var claim : running.values()) {
            try {
                boolean held = transactions.run(() -> claims.renew(claim.id(), claim.token(), until));
                if (!claim.hasEnded() && !(held && stillHasRights(claim))) {
                    claim.lose();
                }
            } catch (RuntimeException failed) {
                LOG.warnf("the claim of job %s is not renewed: %s", claim.id(), failed.getMessage());
            }
        }
    }

    /** A job whose orderer loses her rights under way stops at its next step and is refused at its next start. */
    private boolean stillHasRights(Claim<?, ?> claim) {
        var orderer = claim.orderer();
        return orderer == null || hasRights(claim, orderer);
    }

    private synchronized void fill() {
        while (!stopping && running.size() < config.workers()) {
            var claim = transactions.run(this::claim);
            if (claim == null) {
                return;
            }
            running.put(claim.token(), claim);
            workers.execute(() -> work(claim));
        }
    }

    private @Nullable Claim<?, ?> claim() {
        var now = clock.instant();
        for (int look = 0; look < LOOKS; look++) {
            var job = claims.next(now);
            if (job == null) {
                return null;
            }
            var token = ids.next();
            if (claims.claim(job, token, now, now.plus(config.lease()))) {
                return claim(claims.claimed(job), token);
            }
        }
        return null;
    }

    private Claim<?, ?> claim(ClaimedJob job, UUID token) {
        var handler = handlers.of(job.kind());
        return handler == null
                ? new Claim<Record, Record>(tools, job, token, null)
                : new Claim<>(tools, job, token, handler);
    }

    private void work(Claim<?, ?> claim) {
        MDC.put("requestId", claim.id().toString());
        try {
            carryOut(claim);
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "job %s could not be ended; its claim runs out", claim.id());
        } finally {
            running.remove(claim.token());
            MDC.remove("requestId");
        }
        if (!stopping) {
            lookForWork();
        }
    }

    private void carryOut(Claim<?, ?> claim) {
        if (claim.attempts() > config.attempts()) {
            claim.failWith("JOB_INTERRUPTED");
            return;
        }
        if (!claim.hasHandler()) {
            claim.failWith("JOB_KIND_UNKNOWN");
            return;
        }
        try {
            var orderer = claim.orderer();
            if (orderer == null) {
                claim.failWith("JOB_ORDERER_UNKNOWN");
                return;
            }
            if (!hasRights(claim, orderer)) {
                claim.failWith("JOB_RIGHTS_ENDED");
                return;
            }
            inRequest(claim, orderer);
            if (!claim.hasEnded()) {
                LOG.errorf("job %s: its handler returned without an end", claim.id());
                claim.failWith("JOB_FAILED");
            }
        } catch (JobLostException lost) {
            claim.release();
        } catch (RuntimeException failed) {
            if (Transactions.isOutage(failed)) {
                LOG.warnf(failed, "job %s waits for the database and goes back to the queue", claim.id());
                interrupted.add(claim);
            } else if (isTemporary(failed)) {
                LOG.warnf(failed, "job %s goes back to the queue", claim.id());
                claim.requeue();
            } else {
                LOG.errorf(failed, "job %s failed", claim.id());
                claim.failWith("JOB_FAILED");
            }
        }
    }

    /** The database was busy or out of reach. If it had committed after all, the job is no longer in this claim. */
    private static boolean isTemporary(RuntimeException failed) {
        return Transactions.isPassing(failed)
                || (failed instanceof ProblemException problem
                        && (problem.code() == ErrorCode.UNAVAILABLE || problem.code() == ErrorCode.OUTCOME_UNKNOWN));
    }

    private boolean hasRights(Claim<?, ?> claim, Orderer orderer) {
        return orderer.stillHas(rights.mark(orderer.identity(claim.orderedBy(), claim.agency())));
    }

    /** The handler runs as if its orderer had sent it as a request: with their identity and the reach of the order. */
    private void inRequest(Claim<?, ?> claim, Orderer orderer) {
        var request = Arc.container().requestContext();
        request.activate();
        try {
            caller.actAs(orderer.identity(claim.orderedBy(), claim.agency()), orderer.reach());
            caller.performs("job:" + claim.kind());
            caller.describe(claim.id().toString(), Messages.INDONESIAN);
            claim.run();
        } finally {
            request.terminate();
        }
    }

    /** Running work stops at its next step, is rolled back, and goes back to the queue for another node. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        running.values().forEach(Claim::lose);
        workers.shutdown();
        letGo();
        if (!workers.awaitTermination(15, TimeUnit.SECONDS)) {
            LOG.warn("a job did not stop in time; its claim runs out by itself");
        }
    }
}
