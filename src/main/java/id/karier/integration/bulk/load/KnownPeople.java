package id.karier.integration.bulk.load;

import id.karier.integration.siasn.Dossier;
import id.karier.integration.siasn.Issue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The people on record whom the dossiers of a batch may be about. */
final class KnownPeople {
    private final Map<String, StoredPerson> bySiasnId = new HashMap<>();
    private final Map<String, StoredPerson> byNumber = new HashMap<>();
    private final Set<String> formerNumbers = new HashSet<>();

    /** @param lock whether nobody else may write about them until the transaction ends */
    KnownPeople(PersonQueries people, List<Dossier> dossiers, boolean lock) {
        var ids = new ArrayList<String>();
        var numbers = new ArrayList<String>();
        for (var dossier : dossiers) {
            if (dossier.siasnId() != null) {
                ids.add(dossier.siasnId());
            }
            if (dossier.number() != null) {
                numbers.add(dossier.number());
            }
        }
        people.peopleBySiasnId(ids, lock)
                .forEach(person -> bySiasnId.put(upper(String.valueOf(person.siasnId())), person));
        people.peopleByNumber(numbers, lock).forEach(person -> byNumber.put(person.number(), person));
        numbers.removeAll(byNumber.keySet());
        formerNumbers.addAll(people.numbersEverHeld(numbers));
    }

    private static String upper(String id) {
        return id.toUpperCase(Locale.ROOT);
    }

    /**
     * Whom a dossier is about.
     *
     * @param person null for somebody new
     * @param issue why it cannot be said
     */
    record Match(@Nullable StoredPerson person, @Nullable Issue issue) {}

    Match match(Dossier dossier) {
        var byId = dossier.siasnId() == null ? null : bySiasnId.get(upper(dossier.siasnId()));
        var numbered = dossier.number() == null ? null : byNumber.get(dossier.number());
        var person = byId == null ? numbered : byId;
        return new Match(person, issue(dossier, byId, numbered));
    }

    private @Nullable Issue issue(Dossier dossier, @Nullable StoredPerson byId, @Nullable StoredPerson numbered) {
        if (byId != null) {
            boolean isTaken = numbered != null && !byId.id().equals(numbered.id());
            return isTaken ? Issue.at("nip_baru", dossier.number(), "NUMBER_TAKEN") : null;
        }
        if (numbered != null) {
            boolean isOther = numbered.siasnId() != null && dossier.siasnId() != null;
            return isOther ? Issue.at("pns_id", dossier.siasnId(), "NATIONAL_ID_CONTRADICTS") : null;
        }
        if (dossier.profile() == null) {
            return Issue.at(null, dossier.number(), "PERSON_UNKNOWN");
        }
        boolean isFormer = formerNumbers.contains(String.valueOf(dossier.number()));
        return isFormer ? Issue.at("nip_baru", dossier.number(), "NUMBER_FORMER") : null;
    }
}
