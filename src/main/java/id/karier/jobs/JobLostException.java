package id.karier.jobs;

/** This worker may not go on: the server stops, or another worker has claimed the job. */
class JobLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JobLostException() {
        super("job lost");
    }
}
