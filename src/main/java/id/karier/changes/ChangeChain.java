package id.karier.changes;

import id.karier.changes.ChangeQueries.Head;
import id.karier.changes.ChangeQueries.Placed;
import id.karier.changes.ChangeQueries.Stored;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.Published;
import id.karier.kernel.data.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Chains changes in the order of their positions: each carries an HMAC over itself and the HMAC before it, under a key that
 * the database does not hold. Whoever changes, removes or puts in a row past this product breaks the chain there. What was
 * chained last is sealed in {@code change_sequence}, so that the end cannot be cut off either.
 *
 * <p>Limit: who can bring back an old copy of the whole table and of the sequence brings back a chain that is whole. The head
 * is therefore told to auditors and written into the log now and then, to be compared with.
 */
@Published
@ApplicationScoped
public class ChangeChain {
    private static final String LINK = "change_log.mac";
    private static final String SEAL = "change_sequence.chain_seal";
    private static final byte[] BEGINNING = new byte[32];

    /** What follows a head that nobody here has sealed: no check takes it for whole, then or later. */
    private static final byte[] BROKEN = broken();

    private final ChangeQueries queries;
    private final LoggedFields fields;
    private final Secrets secrets;

    ChangeChain(ChangeQueries queries, LoggedFields fields, Secrets secrets) {
        this.queries = queries;
        this.fields = fields;
        this.secrets = secrets;
    }

    /**
     * What a check of a stretch found.
     *
     * @param last the last position that was looked at
     * @param lastMac digest of the change there, in hexadecimal
     * @param broken the first position at which a change is missing, or is not what was written; null when there is none
     * @param more whether there are chained changes behind the stretch
     * @param head the last position that is chained
     * @param mac digest of the change at the head, in hexadecimal
     */
    public record Checked(
            long last,
            @Nullable String lastMac,
            @Nullable Long broken,
            boolean more,
            long head,
            @Nullable String mac) {}

    private static byte[] broken() {
        var broken = new byte[32];
        Arrays.fill(broken, (byte) 0xff);
        return broken;
    }

    /**
     * Gives the next positions to changes that have been committed without one, and chains them unless older ones wait.
     *
     * @return how many; 0 also when another node is at it
     */
    int place(int atMost) {
        var found = queries.lockHead();
        if (found.isEmpty()) {
            return 0;
        }
        var head = found.get();
        boolean chains = head.chained() == head.last();
        var changes = queries.unplaced(atMost);
        if (changes.isEmpty()) {
            return 0;
        }
        if (chains && seal(changes)) {
            changes = queries.unplaced(atMost);
        }
        var placed = new ArrayList<Placed>();
        long last = head.last();
        byte[] mac = chains ? previous(head) : null;
        for (var change : changes) {
            last++;
            mac = mac == null ? null : link(mac, last, change);
            placed.add(new Placed(change, last, mac));
        }
        queries.place(placed);
        queries.advance(
                mac == null ? new Head(last, head.chained(), head.mac(), head.seal()) : sealed(last, last, mac));
        return changes.size();
    }

    /**
     * Chains changes that have a position and wait: those of a version that knew no chain.
     *
     * @return how many; 0 also when another node is at it
     */
    int chain(int atMost) {
        var found = queries.lockHead();
        if (found.isEmpty() || found.get().chained() == found.get().last()) {
            return 0;
        }
        var head = found.get();
        var waiting = queries.after(head.chained(), head.last(), atMost);
        if (seal(waiting.stream().map(Placed::change).toList())) {
            waiting = queries.after(head.chained(), head.last(), atMost);
        }
        if (waiting.isEmpty()) {
            return 0;
        }
        var chained = new ArrayList<Placed>();
        byte[] mac = previous(head);
        for (var change : waiting) {
            mac = link(mac, change.position(), change.change());
            chained.add(new Placed(change.change(), change.position(), mac));
        }
        queries.place(chained);
        queries.advance(sealed(head.last(), chained.get(chained.size() - 1).position(), mac));
        return chained.size();
    }

    /** Seals what older versions wrote in the clear, before it is chained. @return whether there was any */
    private boolean seal(List<Stored> changes) {
        var sealed = new HashMap<UUID, String>();
        for (var change : changes) {
            if (fields.seals(change.kind()) && fields.isOpen(change.kind(), change.object(), change.fields())) {
                sealed.put(change.id(), fields.seal(change.kind(), change.object(), change.fields()));
            }
        }
        queries.seal(sealed);
        return !sealed.isEmpty();
    }

    private byte[] previous(Head head) {
        if (head.chained() == 0 && head.mac() == null) {
            return BEGINNING;
        }
        return isSealed(head) && head.mac() != null ? head.mac() : BROKEN;
    }

    private Head sealed(long last, long chained, byte[] mac) {
        return new Head(last, chained, mac, secrets.hmac(SEAL, sealing(chained, mac)));
    }

    private boolean isSealed(Head head) {
        return head.mac() != null
                && head.seal() != null
                && MessageDigest.isEqual(head.seal(), secrets.hmac(SEAL, sealing(head.chained(), head.mac())));
    }

    private static byte[] sealing(long chained, byte[] mac) {
        return (chained + "/" + HexFormat.of().formatHex(mac)).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] link(byte[] previous, long position, Stored change) {
        var message = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(message)) {
            out.write(previous);
            out.writeLong(position);
            for (var value : Arrays.asList(
                    change.id(),
                    change.agency(),
                    change.occurredAt(),
                    change.actor(),
                    change.operation(),
                    change.request(),
                    change.kind(),
                    change.object(),
                    change.about(),
                    change.action(),
                    change.fields(),
                    change.reason())) {
                var bytes = value == null ? null : value.toString().getBytes(StandardCharsets.UTF_8);
                out.writeInt(bytes == null ? -1 : bytes.length);
                out.write(bytes == null ? new byte[0] : bytes);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return secrets.hmac(LINK, message.toByteArray());
    }

    /**
     * Looks whether a stretch of the log is as it was written.
     *
     * @param after the position behind which the stretch begins; the change there is trusted
     * @param atMost changes to look at
     * @throws ProblemException 400 when nothing was ever chained there
     */
    public Checked check(long after, int atMost) {
        var head = queries.head();
        var mac = hex(head.mac());
        if (after > head.chained()) {
            // a log whose end was cut off must not look whole to whoever asks for what was there
            throw new ProblemException(
                    ErrorCode.INVALID_PARAMETER, FieldError.of("after", "BEYOND_THE_END", head.chained()));
        }
        byte[] previous = after == 0 ? BEGINNING : queries.macAt(after);
        if (previous == null) {
            return new Checked(after, null, after, false, head.chained(), mac);
        }
        long last = after;
        for (var change : queries.after(after, head.chained(), atMost)) {
            var expected = link(previous, change.position(), change.change());
            if (change.position() != last + 1
                    || change.mac() == null
                    || !MessageDigest.isEqual(expected, change.mac())) {
                return new Checked(last, digestAt(last, previous), last + 1, false, head.chained(), mac);
            }
            previous = expected;
            last = change.position();
        }
        boolean more = last < head.chained() && last == after + atMost;
        boolean isWhole = more || (last == head.chained() && isEnd(head, previous));
        return new Checked(last, digestAt(last, previous), isWhole ? null : last + 1, more, head.chained(), mac);
    }

    private static @Nullable String digestAt(long position, byte[] mac) {
        return position == 0 ? null : hex(mac);
    }

    private static @Nullable String hex(byte @Nullable [] mac) {
        return mac == null ? null : HexFormat.of().formatHex(mac);
    }

    private boolean isEnd(Head head, byte[] previous) {
        return head.chained() == 0 || (isSealed(head) && MessageDigest.isEqual(head.mac(), previous));
    }
}
