package id.karier.jobs;

import id.karier.kernel.Published;

/** Where a job stands. */
@Published
public enum JobStatus {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED;

    public boolean hasEnded() {
        return this == SUCCEEDED || this == FAILED;
    }
}
