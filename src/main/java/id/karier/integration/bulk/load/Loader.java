package id.karier.integration.bulk.load;

import id.karier.calculation.Calculators;
import id.karier.calculation.person.NipJson.NipAnswer;
import id.karier.calculation.person.NipJson.NipRequest;
import id.karier.changes.ChangeLog;
import id.karier.employee.EmployeeObjects;
import id.karier.employee.NikComparisons;
import id.karier.employee.ServiceAges;
import id.karier.employee.Source;
import id.karier.history.CareerDirectory;
import id.karier.history.CurrentStates;
import id.karier.history.entry.Appointments;
import id.karier.kernel.Ids;
import id.karier.kernel.access.OwnRecord;
import id.karier.kernel.access.Resource;
import id.karier.kernel.data.FieldCipher;
import id.karier.organisation.AgencyDirectory;
import id.karier.organisation.OrganisationObjects;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Opens loads, and holds everything that they work with. */
@ApplicationScoped
public class Loader {
    final PersonQueries people;
    final PlaceQueries places;
    final SiasnQueries siasn;
    final FieldCipher cipher;
    final ChangeLog changes;
    final OwnRecord own;
    final NikComparisons niks;
    final CurrentStates currentStates;
    final CareerDirectory careers;
    final Calculators calculators;
    final ServiceAges ages;
    final Appointments appointments;
    final Ids ids;
    final Clock clock;
    private final AgencyDirectory agencies;

    Loader(
            PersonQueries people,
            PlaceQueries places,
            SiasnQueries siasn,
            FieldCipher cipher,
            ChangeLog changes,
            OwnRecord own,
            NikComparisons niks,
            CurrentStates currentStates,
            CareerDirectory careers,
            Calculators calculators,
            ServiceAges ages,
            Appointments appointments,
            AgencyDirectory agencies,
            Ids ids,
            Clock clock) {
        this.people = people;
        this.places = places;
        this.siasn = siasn;
        this.cipher = cipher;
        this.changes = changes;
        this.own = own;
        this.niks = niks;
        this.currentStates = currentStates;
        this.careers = careers;
        this.calculators = calculators;
        this.ages = ages;
        this.appointments = appointments;
        this.agencies = agencies;
        this.ids = ids;
        this.clock = clock;
    }

    /** The agency whose people are loaded, on a day. */
    public record Agency(String code, String name, String kind, LocalDate today) {}

    /** What a load writes: the resources that guard the objects which it may make or change. */
    public static Set<Resource> writes(Source source) {
        var tables = source == Source.SIASN ? HistoryTable.all() : HistoryTable.ofProfileFile();
        var guards = EnumSet.of(
                Resource.PERSONAL_DATA,
                EmployeeObjects.EMPLOYEE.guard(),
                OrganisationObjects.UNIT.guard(),
                OrganisationObjects.UNIT_PLACEMENT.guard(),
                OrganisationObjects.POSITION.guard());
        tables.forEach(table -> guards.add(table.objectKind().guard()));
        return guards;
    }

    public Agency agency(String code) {
        var kind = agencies.find(code).map(AgencyDirectory.Facts::kind).orElse("");
        return new Agency(code, agencies.name(code), kind, agencies.today(code));
    }

    /** What the rules in force read in an identity number. */
    public Function<String, NipAnswer> calculator(Agency agency) {
        var of = new Calculators.Case(agency.today(), agency.code());
        return number -> calculators.nip(new NipRequest(number, null, null, null), of);
    }

    /** The name under which a row of the national system without an id is kept. */
    public String rowName(String json) {
        return siasn.nameOf(json);
    }

    /**
     * A load that knows the units and positions as they stand.
     *
     * @param allowed what it may make beside people
     * @param noted the places that this import has noted already
     */
    public Load load(Agency agency, LoadContext job, Creation allowed, Collection<UUID> noted) {
        return new Load(this, agency, job, allowed, noted);
    }
}
