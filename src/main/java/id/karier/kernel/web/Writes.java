package id.karier.kernel.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.data.Secrets;
import id.karier.kernel.data.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every write of the API goes through here: one transaction holds the change, its log entry and, when the client sent
 * an {@code Idempotency-Key}, the stored answer; a lost race runs the whole work again. With a key even a connection
 * that is lost while committing is resolved: the second run finds the first one's answer, or does the work.
 */
@ApplicationScoped
public class Writes {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,64}");
    private static final Set<String> ALWAYS_TOLD = Set.of("id", "version");
    private static final int ACCEPTED = 202;

    private final Transactions transactions;
    private final IdempotencyQueries stored;
    private final Caller caller;
    private final HttpHeaders headers;
    private final UriInfo uri;
    private final ObjectMapper json;
    private final Secrets secrets;
    private final Clock clock;

    Writes(
            Transactions transactions,
            IdempotencyQueries stored,
            Caller caller,
            HttpHeaders headers,
            UriInfo uri,
            ObjectMapper json,
            Secrets secrets,
            Clock clock) {
        this.transactions = transactions;
        this.stored = stored;
        this.caller = caller;
        this.headers = headers;
        this.uri = uri;
        this.json = json;
        this.secrets = secrets;
        this.clock = clock;
    }

    private record Sent(Answer answer, byte[] body, boolean replayed) {}

    /**
     * @param request the request's body as it was read, or null when it has none: part of what a key stands for
     * @param work the change; runs inside the transaction, and again when the database asks for it
     */
    public Response run(@Nullable Object request, Supplier<Answer> work) {
        var key = headers.getHeaderString("Idempotency-Key");
        if (key == null) {
            return send(transactions.run(() -> perform(request, work)));
        }
        if (!KEY.matcher(key).matches()) {
            throw new ProblemException(
                    ErrorCode.INVALID_IDEMPOTENCY_KEY, FieldError.of("Idempotency-Key", "KEY_UNPRINTABLE"));
        }
        var hash = hash(request);
        return send(transactions.runRepeatable(() -> once(key, hash, request, work)));
    }

    /**
     * For a write that puts a whole thing in the place of the one before, and may be sent again as often as one likes. It
     * takes no key: what was sent is neither digested nor stored.
     */
    public Response runReplacing(Supplier<Answer> work) {
        return send(transactions.runRepeatable(() -> perform(null, work)));
    }

    /** Makes an object. @param address of the list that it joins; its id follows */
    public <V extends Versioned> Response create(Object request, String address, Supplier<V> work) {
        return run(request, () -> {
            var made = work.get();
            return Answer.created(address + '/' + made.id(), made, made.version());
        });
    }

    /** Changes an object whose version the client has seen. */
    public <V extends Versioned> Response change(@Nullable String ifMatch, ObjectNode patch, LongFunction<V> work) {
        long version = EntityTags.required(ifMatch);
        return act(patch, () -> work.apply(version));
    }

    /** Does something to an object, and answers with what became of it. */
    public <V extends Versioned> Response act(Object request, Supplier<V> work) {
        return run(request, () -> {
            var changed = work.get();
            return Answer.ok(changed, changed.version());
        });
    }

    /** Removes an object whose version the client has seen. */
    public Response delete(@Nullable String ifMatch, LongConsumer work) {
        long version = EntityTags.required(ifMatch);
        return run(null, () -> {
            work.accept(version);
            return Answer.noContent();
        });
    }

    private Sent once(String key, byte[] hash, @Nullable Object request, Supplier<Answer> work) {
        var account = caller.accountId();
        var earlier = findOrInFlight(key);
        if (earlier != null) {
            // a version before this one kept the digest without the key; it is gone a day after
            boolean same = MessageDigest.isEqual(earlier.requestHash(), keyed(hash))
                    || MessageDigest.isEqual(earlier.requestHash(), hash);
            if (!same) {
                throw new ProblemException(ErrorCode.IDEMPOTENCY_MISMATCH);
            }
            var answer = new Answer(earlier.status(), null, earlier.location(), earlier.version());
            return new Sent(answer, earlier.body(), true);
        }
        claim(key, hash);
        var sent = perform(request, work);
        stored.store(account, key, sent.answer(), sent.body());
        return sent;
    }

    private IdempotencyQueries.@Nullable Stored findOrInFlight(String key) {
        try {
            return stored.find(caller.accountId(), key);
        } catch (RuntimeException failed) {
            if (isHeldByAnother(failed)) {
                throw ProblemException.retryLater(ErrorCode.IDEMPOTENCY_IN_FLIGHT, 1, failed);
            }
            throw failed;
        }
    }

    /** A twin that claimed the same key in the same instant wins; this one reports that the key is in flight. */
    private void claim(String key, byte[] hash) {
        try {
            stored.claim(caller.accountId(), key, keyed(hash), clock.instant());
        } catch (RuntimeException failed) {
            if (Transactions.duplicateKey(failed) != null) {
                throw ProblemException.retryLater(ErrorCode.IDEMPOTENCY_IN_FLIGHT, 1, failed);
            }
            throw failed;
        }
    }

    /** MySQL says 3572, MariaDB 1205 when a row is locked and NOWAIT was asked. */
    private static boolean isHeldByAnother(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && (sql.getErrorCode() == 3572 || sql.getErrorCode() == 1205)) {
                return true;
            }
        }
        return false;
    }

    private Sent perform(@Nullable Object request, Supplier<Answer> work) {
        var answer = work.get();
        var body = answer.body();
        if (body == null) {
            return new Sent(answer, new byte[0], false);
        }
        // what was only ordered is a receipt, and tells nothing that was there before
        boolean shown = answer.status() == ACCEPTED || caller.mayReadBack();
        return new Sent(answer, bytes(shown ? body : onlyWritten(body, request)), false);
    }

    /** Who may write and not read is told what she wrote, and what she needs to write again. */
    private JsonNode onlyWritten(Object body, @Nullable Object request) {
        var told = json.valueToTree(body);
        if (told instanceof ObjectNode object) {
            JsonNode said = request == null ? json.createObjectNode() : json.valueToTree(request);
            var keep = new HashSet<>(ALWAYS_TOLD);
            said.properties().stream()
                    .filter(member -> !member.getValue().isNull())
                    .forEach(member -> keep.add(member.getKey()));
            return object.retain(keep);
        }
        return json.createObjectNode();
    }

    private Response send(Sent sent) {
        var answer = Response.status(sent.answer().status());
        if (sent.body().length > 0) {
            answer.entity(sent.body()).type(MediaType.APPLICATION_JSON_TYPE);
        }
        if (sent.answer().location() != null) {
            answer.header(HttpHeaders.LOCATION, sent.answer().location());
        }
        if (sent.answer().version() != null) {
            answer.tag(EntityTags.of(sent.answer().version()));
        }
        if (sent.replayed()) {
            answer.header("Idempotent-Replayed", "true");
        }
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** What a request says can be guessed, as an identity number can: without the key nobody can try. */
    private byte[] keyed(byte[] hash) {
        return secrets.hmac("idempotency_keys.request_hash", hash);
    }

    private byte[] hash(@Nullable Object request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(caller.operation().getBytes(StandardCharsets.UTF_8));
            digest.update(uri.getRequestUri().getRawPath().getBytes(StandardCharsets.UTF_8));
            if (request != null) {
                digest.update(bytes(request));
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException failed) {
            throw new IllegalStateException("cannot write an answer", failed);
        }
    }
}
