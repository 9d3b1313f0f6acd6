package id.karier.jobs;

import id.karier.kernel.Caller;
import id.karier.kernel.Published;

/** Carries out the jobs of one kind; a bean of the slice that owns the kind. */
@Published
public interface JobHandler<S extends Record, O extends Record> {
    JobKind<S, O> kind();

    /** The outcome as somebody may see it: all of it, unless it tells of what not every reader of the job may read. */
    default O shown(S settings, O outcome, Caller.Identity who) {
        return outcome;
    }

    /**
     * Does the work and ends the job with {@link RunningJob#succeed} or {@link RunningJob#fail}. Runs outside of any
     * transaction. May run again from the beginning after the node died, so it commits either nothing before its end,
     * or what it marked with {@link RunningJob#checkpoint}.
     */
    void run(RunningJob<S, O> job);
}
