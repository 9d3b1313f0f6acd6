package id.karier.jobs;

import id.karier.kernel.Published;
import id.karier.kernel.access.Resource;

/**
 * A kind of job, declared once by the slice that carries it out.
 *
 * @param name as clients and stored rows name it: {@code employees}
 * @param lane jobs of one agency in one lane run one after the other; different lanes do not wait for one another
 * @param guard whoever reaches the whole agency in reading this resource may read every job of this kind, whoever
 *     reaches less may read those that they ordered, everybody else none
 * @param bundle holds the sentences of its problems: {@code error.CODE} in {@code messages/<bundle>.properties}
 * @param settings what an order says besides its input; stored as JSON, so members may be added and not renamed
 * @param outcome what came of a job; stored as JSON as well
 */
@Published
public record JobKind<S extends Record, O extends Record>(
        String name, String lane, Resource guard, String bundle, Class<S> settings, Class<O> outcome) {}
