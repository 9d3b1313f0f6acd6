package id.karier.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.jobs.JobJson.JobView;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.ProblemException;
import id.karier.kernel.Published;
import id.karier.kernel.access.HolderRights;
import id.karier.kernel.web.Draining;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a job as server-sent events: {@code progress} whenever something has changed, {@code end} as the
 * last. Reads the row, so it does not matter which node carries the job out; a stream ends after a while by itself, and
 * a client that reconnects goes on where the job is: what its {@code Last-Event-ID} says it knows is not sent again, and
 * whoever knows the end is told to come no more (204).
 */
@Published
@ApplicationScoped
public class JobEvents {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
    private static final int LOOKS_BETWEEN_SIGNS_OF_LIFE = 30;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Jobs jobs;
    private final Caller caller;
    private final HolderRights rights;
    private final Draining draining;
    private final JobConfig config;
    private final HttpHeaders headers;
    private final ObjectMapper json;
    private final AtomicInteger followers = new AtomicInteger();

    JobEvents(
            Jobs jobs,
            Caller caller,
            HolderRights rights,
            Draining draining,
            JobConfig config,
            HttpHeaders headers,
            ObjectMapper json) {
        this.jobs = jobs;
        this.caller = caller;
        this.rights = rights;
        this.draining = draining;
        this.config = config;
        this.headers = headers;
        this.json = json;
    }

    /**
     * @param body what an event says of the job, as the address answers
     * @throws ProblemException 404 for a job that the address does not show, 503 when too many follow already
     */
    public Multi<OutboundSseEvent> follow(UUID id, JobScope scope, Sse sse, Function<JobView, Object> body) {
        var now = jobs.get(id, scope);
        var known = headers.getHeaderString("Last-Event-ID");
        if (now.hasEnded() && News.id(now).equals(known)) {
            throw new WebApplicationException(Response.noContent().build());
        }
        if (followers.incrementAndGet() > config.followers()) {
            followers.decrementAndGet();
            throw ProblemException.retryLater(ErrorCode.UNAVAILABLE, 5, null);
        }
        var who = caller.identity();
        var had = rights.mark(who);
        var news = new News(sse, view -> text(body.apply(view)), known);
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item(() -> look(id, who, had))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .withDelay(BETWEEN_LOOKS)
                .whilst(look -> look.view() != null && !look.view().hasEnded())
                .onItem()
                .transformToIterable(news::of)
                .select()
                .first(LONGEST)
                .onTermination()
                .invoke(() -> followers.decrementAndGet());
    }

    /** As a text, because an event that names its media type would carry a field that the format does not have. */
    private String text(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Look(@Nullable JobView view) {}

    /** Nothing more is told by a node that ends, nor to whoever has lost the rights that the stream was opened with. */
    private Look look(UUID id, Caller.Identity who, String had) {
        return new Look(draining.hasBegun() || !rights.recentMark(who).equals(had) ? null : jobs.watch(id, who));
    }

    /** Says what has changed; now and then sends an empty comment, so that a broken connection is noticed. */
    private static final class News {
        private final Sse sse;
        private final Function<JobView, String> body;
        private @Nullable String last;
        private int unchanged;

        /** @param last the id of the event that the client knows already */
        News(Sse sse, Function<JobView, String> body, @Nullable String last) {
            this.sse = sse;
            this.body = body;
            this.last = last;
        }

        /** Changes whenever there is news, and is the same on every node. */
        static String id(JobView view) {
            return view.status() + "-" + view.progress().done() + "-"
                    + view.progress().total();
        }

        List<OutboundSseEvent> of(Look look) {
            var view = look.view();
            if (view == null) {
                return List.of();
            }
            if (!id(view).equals(last)) {
                last = id(view);
                unchanged = 0;
                return List.of(sse.newEventBuilder()
                        .id(id(view))
                        .name(view.hasEnded() ? "end" : "progress")
                        .reconnectDelay(BETWEEN_TRIES.toMillis())
                        .data(body.apply(view))
                        .build());
            }
            unchanged++;
            return unchanged % LOOKS_BETWEEN_SIGNS_OF_LIFE == 0
                    ? List.of(sse.newEventBuilder().comment("").build())
                    : List.of();
        }
    }
}
