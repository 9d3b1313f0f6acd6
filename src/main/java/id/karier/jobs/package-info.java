/**
 * Long work as a resource: an order with its input, carried out by any node, watched while it runs, and never lost.
 *
 * <p>Words: a <i>job</i> is one order of one <i>kind</i>; its <i>handler</i> is the code that other slices give for the
 * kind ({@link id.karier.jobs.JobHandler}); a <i>claim</i> is the right of one worker to carry the job out, for as long
 * as it renews its lease. A worker whose lease has run out (its server was killed) loses the job to the next one, which
 * starts it again from its beginning, or from the place that the handler has committed. What a handler writes and the
 * end of its job are one transaction ({@link id.karier.jobs.JobContext#succeed}), so that a job is never half done in
 * silence and never done twice.
 *
 * <p>The input is compressed and sealed while it waits, and deleted when the job ends.
 *
 * <p>Tables: {@code jobs}, {@code job_inputs}, {@code job_problems}. Stands on the kernel. Used by imports and
 * simulations through {@link id.karier.jobs.Jobs}.
 */
@NullMarked
package id.karier.jobs;

import org.jspecify.annotations.NullMarked;
