package id.karier.employee;

import id.karier.calculation.Calculators;
import id.karier.calculation.person.NipJson.NipRequest;
import id.karier.employee.EmployeeEvents.PersonCorrected;
import id.karier.employee.IdentityNumberJson.Correction;
import id.karier.employee.IdentityNumberJson.Entry;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.Ids;
import id.karier.kernel.ProblemException;
import id.karier.organisation.AgencyDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Gives people who have a number another one. */
@ApplicationScoped
public class IdentityNumberService {
    private final EmployeeDirectory directory;
    private final EmployeeQueries employees;
    private final IdentityNumberQueries numbers;
    private final Calculators calculators;
    private final AgencyDirectory agencies;
    private final Event<PersonCorrected> corrected;
    private final Ids ids;
    private final Clock clock;

    IdentityNumberService(
            EmployeeDirectory directory,
            EmployeeQueries employees,
            IdentityNumberQueries numbers,
            Calculators calculators,
            AgencyDirectory agencies,
            Event<PersonCorrected> corrected,
            Ids ids,
            Clock clock) {
        this.directory = directory;
        this.employees = employees;
        this.numbers = numbers;
        this.calculators = calculators;
        this.agencies = agencies;
        this.corrected = corrected;
        this.ids = ids;
        this.clock = clock;
    }

    /** Ends the present number on the day before the new one, which the person bears from then on. */
    @Transactional
    public Entry correct(UUID employeeId, Correction request) {
        var agency = directory.lock(employeeId).agency();
        var employee = employees.require(employeeId, null, employeeId);
        var present = numbers.open(employeeId);
        var of = new Calculators.Case(agencies.today(agency), agency);
        var reading = calculators.nip(new NipRequest(request.number(), null, null, null), of);
        var bearer = employee.bearer(present.map(IdentityNumber::startsOn).orElse(null));
        IdentityNumberRules.admit(request, reading, bearer, of.today()).orRefuse();
        if (!request.number().equals(bearer.number()) && employees.isNumberTaken(request.number())) {
            throw new ProblemException(ErrorCode.ALREADY_EXISTS, FieldError.in("employee", "/number", "NUMBER_TAKEN"));
        }
        present.ifPresent(number -> number.end(request.startsOn().minusDays(1)));
        employee.bear(request.number(), request.kind(), clock.instant());
        if (Boolean.TRUE.equals(request.correctsPerson()) && reading.birthDate() != null) {
            employee.correct(reading.birthDate(), Sex.valueOf(String.valueOf(reading.sex())));
        }
        var number = new IdentityNumber(ids.next(), employeeId, request);
        numbers.add(number);
        corrected.fire(new PersonCorrected(agency, employeeId));
        return number.entry();
    }
}
