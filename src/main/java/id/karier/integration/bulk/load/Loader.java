package id.karier.integration.bulk.load;

import id.karier.calculation.Calculators;
import id.karier.calculation.person.NipJson.NipAnswer;
import id.karier.calculation.person.NipJson.NipRequest;
import id.karier.changes.ChangeLog;
import id.karier.history.CareerDirectory;
import id.karier.history.CurrentStates;
import id.karier.jobs.JobContext;
import id.karier.kernel.Ids;
import id.karier.kernel.data.FieldCipher;
import id.karier.organisation.AgencyDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;

/** Opens loads, and holds everything that they work with. */
@ApplicationScoped
public class Loader {
    final PersonQueries people;
    final PlaceQueries places;
    final SiasnQueries siasn;
    final FieldCipher cipher;
    final ChangeLog changes;
    final CurrentStates currentStates;
    final CareerDirectory careers;
    final Calculators calculators;
    final Ids ids;
    final Clock clock;
    private final AgencyDirectory agencies;

    Loader(
            PersonQueries people,
            PlaceQueries places,
            SiasnQueries siasn,
            FieldCipher cipher,
            ChangeLog changes,
            CurrentStates currentStates,
            CareerDirectory careers,
            Calculators calculators,
            AgencyDirectory agencies,
            Ids ids,
            Clock clock) {
        this.people = people;
        this.places = places;
        this.siasn = siasn;
        this.cipher = cipher;
        this.changes = changes;
        this.currentStates = currentStates;
        this.careers = careers;
        this.calculators = calculators;
        this.agencies = agencies;
        this.ids = ids;
        this.clock = clock;
    }

    /** The agency whose people are loaded, on a day. */
    public record Agency(String code, String name, String kind, LocalDate today) {}

    public Agency agency(String code) {
        var kind = agencies.find(code).map(AgencyDirectory.Facts::kind).orElse("");
        return new Agency(code, agencies.name(code), kind, agencies.today(code));
    }

    /** What the rules in force read in an identity number. */
    public Function<String, NipAnswer> calculator(Agency agency) {
        var of = new Calculators.Case(agency.today(), agency.code());
        return number -> calculators.nip(new NipRequest(number, null, null, null), of);
    }

    /** A load that knows the units and positions as they stand. */
    public Load load(Agency agency, JobContext job) {
        return new Load(this, agency, job);
    }
}
