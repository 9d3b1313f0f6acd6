package id.karier.competency.assessment;

import id.karier.jobs.JobHandler;
import id.karier.jobs.JobKind;
import id.karier.jobs.JobScope;
import id.karier.jobs.RunningJob;
import id.karier.kernel.access.Resource;
import jakarta.enterprise.context.ApplicationScoped;

/** Carries the long work of rounds out: stretch by stretch, each committed with the place that it reached. */
@ApplicationScoped
class AssessmentHandler implements JobHandler<AssessmentSettings, AssessmentResult> {
    static final JobKind<AssessmentSettings, AssessmentResult> KIND = new JobKind<>(
            "assessment",
            "assessments",
            Resource.ASSESSMENT_JOB,
            "competency",
            AssessmentSettings.class,
            AssessmentResult.class);
    static final JobScope SCOPE = JobScope.of(KIND);

    private final Preparation preparation;
    private final Closing closing;
    private final Publication publication;

    AssessmentHandler(Preparation preparation, Closing closing, Publication publication) {
        this.preparation = preparation;
        this.closing = closing;
        this.publication = publication;
    }

    @Override
    public JobKind<AssessmentSettings, AssessmentResult> kind() {
        return KIND;
    }

    @Override
    public void run(RunningJob<AssessmentSettings, AssessmentResult> job) {
        switch (job.settings().task()) {
            case PREPARE -> preparation.run(job);
            case CLOSE -> closing.run(job);
            case PUBLISH -> publication.run(job);
        }
    }
}
