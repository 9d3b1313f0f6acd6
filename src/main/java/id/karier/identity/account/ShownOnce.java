package id.karier.identity.account;

import id.karier.kernel.Published;
import id.karier.kernel.web.Answer;
import id.karier.kernel.web.Writes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes whose answer holds a secret. The stored answer of an idempotency key must not hold it, so it is put into the
 * answer afterwards, and a replay comes without.
 */
@Published
@ApplicationScoped
public class ShownOnce {
    private final Writes writes;

    ShownOnce(Writes writes) {
        this.writes = writes;
    }

    /**
     * What a write made, and the head of its answer.
     *
     * @param proposal the whole answer when the write has to wait for somebody else's word: it holds no secret
     */
    public record Made<V>(
            V view,
            int status,
            @Nullable String location,
            long version,
            @Nullable Object proposal) {
        public Made(V view, int status, @Nullable String location, long version) {
            this(view, status, location, version, null);
        }
    }

    /**
     * @param secret made before the write
     * @param body joins the view and the secret, or null in its place, to the answer's body
     */
    public <V, S> Response run(
            @Nullable Object request, Supplier<Made<V>> work, S secret, BiFunction<V, @Nullable S, Object> body) {
        var last = new AtomicReference<Made<V>>();
        var answer = writes.run(request, () -> {
            var done = work.get();
            last.set(done);
            return new Answer(
                    done.status(),
                    done.proposal() == null ? body.apply(done.view(), null) : done.proposal(),
                    done.location(),
                    done.proposal() == null ? done.version() : null);
        });
        var made = last.get();
        boolean replayed = answer.getHeaderString("Idempotent-Replayed") != null;
        return replayed || made == null || made.proposal() != null
                ? answer
                : Response.fromResponse(answer)
                        .entity(body.apply(made.view(), secret))
                        .build();
    }
}
