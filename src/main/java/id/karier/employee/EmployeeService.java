package id.karier.employee;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.calculation.Calculators;
import id.karier.calculation.person.NipJson.NipRequest;
import id.karier.changes.Change;
import id.karier.changes.ChangeLog;
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
    private final EmployeeRepository people;
    private final EmployeeQueries employees;
    private final Calculators calculators;
    private final AgencyDirectory agencies;
    private final MergePatch mergePatch;
    private final FieldCipher cipher;
    private final ChangeLog changes;
    private final OwnRecord own;
    private final Event<PersonRegistered> registered;
    private final Event<PersonCorrected> corrected;
    private final Event<StatusGiven> given;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    EmployeeService(
            EmployeeRepository people,
            EmployeeQueries employees,
            Calculators calculators,
            AgencyDirectory agencies,
            MergePatch mergePatch,
            FieldCipher cipher,
            ChangeLog changes,
            OwnRecord own,
            Event<PersonRegistered> registered,
            Event<PersonCorrected> corrected,
            Event<StatusGiven> given,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.people = people;
        this.employees = employees;
        this.calculators = calculators;
        this.agencies = agencies;
        this.mergePatch = mergePatch;
        this.cipher = cipher;
        this.changes = changes;
        this.own = own;
        this.registered = registered;
        this.corrected = corrected;
        this.given = given;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public View register(NewEmployee request) {
        var of = new Calculators.Case(agencies.today(caller.agency()), caller.agency());
        var reading = calculators.nip(new NipRequest(request.identityNumber(), null, null, null), of);
        EmployeeRules.admit(request, reading).orRefuse();
        requireFree(request.identityNumber(), "/identityNumber");
        var employee = new Employee(ids.next(), request, request.statusOn(of.today()), Source.LOCAL, clock.instant());
        if (request.personalData() != null) {
            requireNikFree(request.personalData().nik(), employee.id(), "/personalData/nik");
            employee.change(request.personalData(), cipher, clock.instant());
        }
        people.persistAndFlush(employee);
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
        return employee.view();
    }

    /** A decree has corrected who a person is. */
    @Transactional
    public void correct(UUID id, LocalDate birthDate, Sex sex) {
        var employee = people.findByIdOptional(id).orElseThrow(ProblemException::notFound);
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
        if (nik != null && employees.isNikTaken(nik, of)) {
            throw new ProblemException(ErrorCode.ALREADY_EXISTS, FieldError.in("employee", pointer, "NIK_TAKEN"));
        }
    }

    @Transactional
    public View change(UUID id, long version, ObjectNode patch) {
        var employee = people.require(id);
        own.requireOther(EmployeeObjects.EMPLOYEE, id);
        EntityTags.requireSame(version, employee.version());
        var before = employee.profile();
        var after = mergePatch.apply(before, patch, Profile.class);
        EmployeeRules.change(before, after, employee.kind()).orRefuse();
        employee.change(after, clock.instant());
        people.flush();
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
        if (!Objects.equals(before.nik(), after.nik())) {
            requireNikFree(after.nik(), id, "/nik");
        }
        employee.change(after, cipher, clock.instant());
        people.flush();
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
