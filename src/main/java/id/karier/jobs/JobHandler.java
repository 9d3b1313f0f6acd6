package id.karier.jobs;

import id.karier.kernel.Published;

/** Carries out the jobs of one kind; a bean of the slice that owns the kind. */
@Published
public interface JobHandler {
    /** The kind of job, as the client names it: {@code employees}. */
    String kind();

    /** The bundle of the sentences of its problems: {@code error.CODE} in {@code messages/<bundle>.properties}. */
    String bundle();

    /**
     * Does the work and ends the job with {@link JobContext#succeed} or {@link JobContext#fail}. Runs with the caller
     * bound to the agency that ordered the job and outside of any transaction. May run again from the beginning after
     * the node died, so it commits either nothing before its end, or what it marked with {@link JobContext#passed}.
     */
    void run(JobContext job);
}
