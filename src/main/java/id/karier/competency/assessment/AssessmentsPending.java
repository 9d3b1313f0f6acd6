package id.karier.competency.assessment;

import id.karier.identity.account.Pending;
import id.karier.kernel.Caller;
import id.karier.organisation.AgencyDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Tells a rater on {@code /me} how many forms wait for her; she finds them at {@code /me/assessment-forms}. */
@ApplicationScoped
class AssessmentsPending implements Pending {
    private final RaterQueries raters;
    private final AgencyDirectory agencies;
    private final Caller caller;

    AssessmentsPending(RaterQueries raters, AgencyDirectory agencies, Caller caller) {
        this.raters = raters;
        this.agencies = agencies;
        this.caller = caller;
    }

    @Override
    public Map<String, Long> tasks() {
        var person = caller.employeeId();
        return person == null
                ? Map.of()
                : Map.of("assessmentFormsToAnswer", raters.waiting(person, agencies.today(caller.agency())));
    }
}
