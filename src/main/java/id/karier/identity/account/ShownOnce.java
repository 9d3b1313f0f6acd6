package id.karier.identity.account;

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
@ApplicationScoped
class ShownOnce {
    private final Writes writes;

    ShownOnce(Writes writes) {
        this.writes = writes;
    }

    /** What a write made, and the head of its answer. */
    record Made<V>(V view, int status, @Nullable String location, long version) {}

    /**
     * @param secret made before the write
     * @param body joins the view and the secret, or null in its place, to the answer's body
     */
    <V> Response run(
            @Nullable Object request,
            Supplier<Made<V>> work,
            String secret,
            BiFunction<V, @Nullable String, Object> body) {
        var last = new AtomicReference<V>();
        var answer = writes.run(request, () -> {
            var made = work.get();
            last.set(made.view());
            return new Answer(made.status(), body.apply(made.view(), null), made.location(), made.version());
        });
        boolean replayed = answer.getHeaderString("Idempotent-Replayed") != null;
        return replayed
                ? answer
                : Response.fromResponse(answer)
                        .entity(body.apply(last.get(), secret))
                        .build();
    }
}
