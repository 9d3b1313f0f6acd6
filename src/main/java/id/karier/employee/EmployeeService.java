package id.karier.employee;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.calculation.Calculators;
import id.karier.calculation.person.NipJson.NipRequest;
import id.karier.changes.Change;
import id.karier.changes.ChangeLog;
import id.karier.employee.EmployeeEvents.AppointedLater;
import id.karier.employee.EmployeeEvents.BecamePermanent;
import id.karier.employee.EmployeeEvents.PersonCorrected;
import id.karier.employee.EmployeeEvents.PersonRegistered;
import id.karier.employee.EmployeeEvents.StatusGiven;
import id.karier.employee.EmployeeJson.NewEmployee;
import id.karier.employee.EmployeeJson.PersonalData;
import id.karier.employee.EmployeeJson.Profile;
import id.karier.employee.EmployeeJson.View;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.Ids;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.OwnRecord;
import id.karier.kernel.data.FieldCipher;
import id.karier.kernel.data.Transactions;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.MergePatch;
import id.karier.organisation.AgencyDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every write of the register of people. */
@ApplicationScoped
public class EmployeeService {
    /** The unique key over the card numbers of an agency. */
    private static final String KEY_OF_CARDS = "uk_employees_nik";

    private static final String CARD_OF_NEW = "/personalData/nik";
    private static final String CARD = "/nik";

    private final EmployeeRepository people;
    private final EmployeeQueries employees;
    private final Calculators calculators;
    private final ServiceAges ages;
    private final AgencyDirectory agencies;
    private final MergePatch mergePatch;
    private final FieldCipher cipher;
    private final ChangeLog changes;
    private final OwnRecord own;
    private final NikComparisons niks;
    private final Transactions transactions;
    private final Event<PersonRegistered> registered;
    private final Event<PersonCorrected> corrected;
    private final Event<StatusGiven> given;
    private final Event<AppointedLater> later;
    private final Event<BecamePermanent> permanent;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    EmployeeService(
            EmployeeRepository people,
            EmployeeQueries employees,
            Calculators calculators,
            ServiceAges ages,
            AgencyDirectory agencies,
            MergePatch mergePatch,
            FieldCipher cipher,
            ChangeLog changes,
            OwnRecord own,
            NikComparisons niks,
            Transactions transactions,
            Event<PersonRegistered> registered,
            Event<PersonCorrected> corrected,
            Event<StatusGiven> given,
            Event<AppointedLater> later,
            Event<BecamePermanent> permanent,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.people = people;
        this.employees = employees;
        this.calculators = calculators;
        this.ages = ages;
        this.agencies = agencies;
        this.mergePatch = mergePatch;
        this.cipher = cipher;
        this.changes = changes;
        this.own = own;
        this.niks = niks;
        this.transactions = transactions;
        this.registered = registered;
        this.corrected = corrected;
        this.given = given;
        this.later = later;
        this.permanent = permanent;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public View register(NewEmployee request) {
        var of = new Calculators.Case(agencies.today(caller.agency()), caller.agency());
        var reading = calculators.nip(new NipRequest(request.identityNumber(), null, null, null), of);
        var said = request.profile();
        var days = days(request.identityNumber(), request.kind(), request.birthDate(), said, of);
        EmployeeRules.admit(request, reading, days).orRefuse();
        requireFree(request.identityNumber(), "/identityNumber");
        var employee = new Employee(ids.next(), request, request.statusOn(of.today()), Source.LOCAL, clock.instant());
        if (request.personalData() != null) {
            requireNikFree(request.personalData().nik(), employee.id(), CARD_OF_NEW);
            employee.change(request.personalData(), cipher, clock.instant());
        }
        var card =
                request.personalData() == null ? null : request.personalData().nik();
        written(CARD_OF_NEW, card, employee.id(), () -> people.persistAndFlush(employee));
        employees.addWords(employee.id(), employee.name());
        registered.fire(new PersonRegistered(
                employee.id(),
                request.identityNumber(),
                request.kind(),
                request.profile().firstAppointmentOn()));
        if (request.statusDecree() != null) {
            given.fire(new StatusGiven(employee.id(), request.profile().status(), request.statusDecree()));
        }
        return employee.view();
    }

    /** Lets a person bear another number, perhaps in another kind, from now on. */
    @Transactional
    public void renumber(UUID id, String number, EmployeeKind kind) {
        var employee = people.findByIdOptional(id).orElseThrow(ProblemException::notFound);
        if (!number.equals(employee.identityNumber())) {
            requireFree(number, "/number");
        }
        employee.bear(number, kind, clock.instant());
    }

    /** A candidate is permanent from a day on. */
    @Transactional
    public View appointPermanently(UUID id, LocalDate since) {
        var employee = people.findByIdOptional(id).orElseThrow(ProblemException::notFound);
        employee.becomePermanent(since, clock.instant());
        people.flush();
        permanent.fire(new BecamePermanent(id, since));
        return employee.view();
    }

    /** A decree has corrected who a person is: on her first day of service she must have been old enough all the same. */
    @Transactional
    public void correct(UUID id, LocalDate birthDate, Sex sex) {
        var employee = people.findByIdOptional(id).orElseThrow(ProblemException::notFound);
        var of = new Calculators.Case(agencies.today(employee.agency()), employee.agency());
        var wrong = days(employee.identityNumber(), employee.kind(), birthDate, employee.profile(), of).stream()
                .filter(error -> error.pointer().equals(AppointmentDayRules.FIRST))
                .map(error -> new FieldError("/number", error.code(), error.sentence(), error.figures()))
                .toList();
        EmployeeRules.outcome(wrong).orRefuse();
        employee.correct(birthDate, sex, clock.instant());
        corrected.fire(new PersonCorrected(employee.agency(), id));
    }

    private void requireFree(String number, String pointer) {
        if (employees.isNumberTaken(number)) {
            throw new ProblemException(ErrorCode.ALREADY_EXISTS, FieldError.in("employee", pointer, "NUMBER_TAKEN"));
        }
    }

    /** One card is one person: who writes the number may know that somebody has it, but not who. */
    private void requireNikFree(@Nullable String nik, UUID of, String pointer) {
        if (nik == null) {
            return;
        }
        niks.requireFor(pointer);
        var holder = employees.holderOfNik(nik, of);
        if (holder.isPresent()) {
            throw met(holder.get(), pointer);
        }
    }

    private ProblemException met(UUID holder, String pointer) {
        niks.found(holder);
        return nikTaken(pointer);
    }

    private static ProblemException nikTaken(String pointer) {
        return new ProblemException(ErrorCode.ALREADY_EXISTS, FieldError.in("employee", pointer, "NIK_TAKEN"));
    }

    /** Writes; whoever was given the same card number in the same moment, and was first, keeps it. */
    private void written(String pointer, @Nullable String nik, UUID of, Runnable write) {
        try {
            write.run();
        } catch (RuntimeException failed) {
            var key = Transactions.duplicateKey(failed);
            if (key != null && key.contains(KEY_OF_CARDS)) {
                // whoever was first is seen by another transaction only
                if (nik != null) {
                    var holder = transactions.run(() -> employees.holderOfNik(nik, of));
                    throw holder.map(person -> met(person, pointer)).orElseGet(() -> nikTaken(pointer));
                }
                throw nikTaken(pointer);
            }
            throw failed;
        }
    }

    /** What is wrong with the days of appointment that a profile says. */
    private List<FieldError> days(
            String number, EmployeeKind kind, LocalDate birthDate, Profile said, Calculators.Case of) {
        var span = ages.of(number, kind, birthDate, said.firstAppointmentOn(), of);
        return AppointmentDayRules.check(
                kind, birthDate, said.firstAppointmentOn(), said.permanentOn(), span, of.today());
    }

    @Transactional
    public View change(UUID id, long version, ObjectNode patch) {
        var employee = people.require(id);
        own.requireOther(EmployeeObjects.EMPLOYEE, id);
        EntityTags.requireSame(version, employee.version());
        var before = employee.profile();
        var after = mergePatch.apply(before, patch, Profile.class);
        boolean sameDays = before.firstAppointmentOn().equals(after.firstAppointmentOn())
                && Objects.equals(before.permanentOn(), after.permanentOn());
        var of = new Calculators.Case(agencies.today(employee.agency()), employee.agency());
        var days = sameDays
                ? List.<FieldError>of()
                : days(employee.identityNumber(), employee.kind(), employee.birthDate(), after, of);
        EmployeeRules.change(before, after, days).orRefuse();
        employee.change(after, clock.instant());
        people.flush();
        if (after.firstAppointmentOn().isAfter(before.firstAppointmentOn())) {
            later.fire(new AppointedLater(id, after.firstAppointmentOn()));
        }
        if (!before.name().equals(after.name())) {
            employees.renameWords(id, after.name());
        }
        return employee.view();
    }

    @Transactional
    public View changePersonalData(UUID id, long version, ObjectNode patch) {
        var employee = personalRecord(id);
        own.requireOther(EmployeeObjects.EMPLOYEE, id);
        EntityTags.requireSame(version, employee.version());
        var before = employee.personalData(cipher);
        var after = mergePatch.apply(before, patch, PersonalData.class);
        if (patch.hasNonNull("nik")) {
            // also for the number that is hers: that nothing is refused would tell it
            niks.requireAllowed(CARD);
        }
        if (!Objects.equals(before.nik(), after.nik())) {
            requireNikFree(after.nik(), id, CARD);
        }
        employee.change(after, cipher, clock.instant());
        written(CARD, after.nik(), id, people::flush);
        return employee.view();
    }

    /**
     * Shows personal data in the clear, and writes down who read it, for the person to see: also when it is her own
     * account, because whose account it is was somebody's decision.
     */
    @Transactional
    public PersonalData readPersonalData(UUID id) {
        var employee = personalRecord(id);
        boolean isOwn = employee.id().equals(caller.employeeId());
        changes.note(List.of(new Change(
                employee.agency(),
                EmployeeObjects.PERSONAL_DATA,
                employee.id(),
                employee.id(),
                Change.Action.VIEWED,
                isOwn ? Map.of("own", new Change.Difference(null, true)) : Map.of(),
                null)));
        return employee.personalData(cipher);
    }

    /** The permission for personal data reaches as far as it says, whatever else of the person the caller may read. */
    private Employee personalRecord(UUID id) {
        employees.require(id);
        return people.findById(id);
    }
}
