/**
 * Long work as a resource: an order with its settings and input, carried out by any node, watched while it runs, and
 * never lost.
 *
 * <p>Words: a <i>job</i> is one order of one <i>kind</i> ({@link id.karier.jobs.JobKind}); its <i>handler</i> is the bean
 * that another slice gives for the kind ({@link id.karier.jobs.JobHandler}); a <i>claim</i> is the right of one worker to
 * carry the job out, for as long as it renews its lease; a <i>lane</i> is what the jobs of one agency queue in: one runs
 * at a time, and lanes do not wait for one another. A worker whose lease has run out (its server was killed) loses the
 * job to the next one, which starts it again from its beginning, or from the last <i>checkpoint</i> that the handler
 * committed. What a handler writes and the end of its job are one transaction ({@link
 * id.karier.jobs.RunningJob#succeed}), so that a job is never half done unseen and never done twice.
 *
 * <p>A job runs as whoever ordered it, with the identity and the reach that they had: lists that it reads are narrowed
 * as theirs, and the access table answers it as it would answer them. When their rights have ended since (another role,
 * a reset, signing out everywhere, the end of service), it is not carried out, and stops if it runs. A handler that writes for the whole agency is therefore ordered through an operation that reaches it.
 *
 * <p>The input is compressed and sealed while it waits, and deleted when the job ends. Settings and outcome are records
 * of the kind, stored as JSON: members may be added to them.
 *
 * <p>To add a kind: declare a {@code JobKind}, write a handler for it, order it with {@link id.karier.jobs.Jobs#order}
 * within {@code Writes}. {@code /jobs/{id}}, its problems and its events are there by then, for whoever may read what
 * guards the kind; {@code JobResourceTest} says who else must be let in. A slice may answer the same job below an address
 * of its own, with {@link id.karier.jobs.JobScope} naming its kinds.
 *
 * <p>Tables: {@code jobs}, {@code job_inputs}, {@code job_problems}. Stands on the kernel. Used by imports and
 * simulations.
 */
@NullMarked
package id.karier.jobs;

import org.jspecify.annotations.NullMarked;
