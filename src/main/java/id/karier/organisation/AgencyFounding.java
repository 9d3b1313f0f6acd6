package id.karier.organisation;

import id.karier.identity.FirstOfficers;
import id.karier.identity.FirstOfficers.Officer;
import id.karier.identity.FirstOfficers.Ready;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.Ids;
import id.karier.kernel.ProblemException;
import id.karier.kernel.Published;
import id.karier.kernel.data.Transactions;
import id.karier.organisation.AgencyJson.AgencyRequest;
import id.karier.organisation.reference.ReferenceLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes an agency with the two officers who begin it. There are two, because what an administrator hands out needs the word
 * of another one whom she has not made (decision 0112); it runs in the caller's transaction.
 */
@Published
@ApplicationScoped
public class AgencyFounding {
    private final AgencyQueries agencies;
    private final FirstOfficers officers;
    private final ReferenceLists references;
    private final Ids ids;

    AgencyFounding(AgencyQueries agencies, FirstOfficers officers, ReferenceLists references, Ids ids) {
        this.agencies = agencies;
        this.officers = officers;
        this.references = references;
        this.ids = ids;
    }

    /** What is known of an agency when it is made. */
    public record NewAgency(String code, String name, String kind, String timeZone) {}

    /** @throws ProblemException 400 or 422 for what is wrong with a request, whatever is there already */
    void require(AgencyRequest request) {
        references.require(ReferenceLists.AGENCY_KINDS, request.kind(), "/kind");
        if (!AgencyRules.ZONES.contains(request.timeZone())) {
            throw new ProblemException(
                    ErrorCode.VALIDATION_FAILED,
                    FieldError.in("organisation", "/timeZone", "ZONE_UNKNOWN", String.join(", ", AgencyRules.ZONES)));
        }
        var people = request.officers();
        var faults = new ArrayList<FieldError>();
        for (int i = 0; i < people.size(); i++) {
            faults.addAll(officers.faults(request.code(), people.get(i), pointer(i)));
        }
        if (isOnePerson(people)) {
            faults.add(FieldError.in("organisation", pointer(1), "SAME_OFFICER"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(ErrorCode.RULE_REFUSED, faults);
        }
    }

    private static boolean isOnePerson(List<Officer> people) {
        var first = people.get(0);
        var second = people.get(1);
        return first.username().equals(second.username())
                || (first.subject() != null
                        && first.subject().equals(second.subject())
                        && String.valueOf(first.issuer()).equals(second.issuer()));
    }

    /** @throws ProblemException 409 when the code, or the name of an officer, is somebody's already */
    public Agency found(NewAgency facts, List<Ready> people) {
        if (agencies.facts(facts.code()) != null) {
            throw codeTaken();
        }
        for (int i = 0; i < people.size(); i++) {
            officers.requireFree(people.get(i).officer(), pointer(i));
        }
        var agency = new Agency(ids.next(), facts);
        try {
            agencies.persistAndFlush(agency);
            officers.make(facts.code(), people);
        } catch (RuntimeException failed) {
            // somebody else was faster by an instant
            var key = Transactions.duplicateKey(failed);
            if (key == null) {
                throw failed;
            }
            throw key.contains("username") ? FirstOfficers.taken(pointer(0)) : codeTaken();
        }
        return agency;
    }

    private static ProblemException codeTaken() {
        return new ProblemException(
                ErrorCode.ALREADY_EXISTS, FieldError.in("organisation", "/code", "AGENCY_CODE_TAKEN"));
    }

    private static String pointer(int officer) {
        return "/administrators/" + officer;
    }
}
