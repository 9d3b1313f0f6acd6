/**
 * The change log: one append-only row for every write, in the write's own transaction. It is the audit trail, the feed
 * of devices ({@code /changes}), the outbox of webhooks and the source of notifications.
 *
 * <p>Words: a <i>change</i> is who, when, which object, which fields before and after, by which operation; its
 * <i>position</i> is given after commit, without gaps, and never changes.
 *
 * <p>Tables: {@code change_log}, {@code change_parties}, {@code change_sequence}. Stands on the kernel; every slice that
 * writes uses {@link id.karier.changes.Recorded} or {@link id.karier.changes.ChangeLog}.
 */
@NullMarked
package id.karier.changes;

import org.jspecify.annotations.NullMarked;
