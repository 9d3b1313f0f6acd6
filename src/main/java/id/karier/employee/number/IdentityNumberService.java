package id.karier.employee.number;

import id.karier.calculation.Calculators;
import id.karier.calculation.person.NipJson.NipRequest;
import id.karier.employee.EmployeeDirectory;
import id.karier.employee.EmployeeEvents.PersonRegistered;
import id.karier.employee.EmployeeJson.View;
import id.karier.employee.EmployeeService;
import id.karier.employee.Expansion;
import id.karier.employee.Sex;
import id.karier.employee.number.IdentityNumberJson.Appointment;
import id.karier.employee.number.IdentityNumberJson.Correction;
import id.karier.employee.number.IdentityNumberJson.Entry;
import id.karier.kernel.Ids;
import id.karier.kernel.web.PageRequest;
import id.karier.organisation.AgencyDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Gives people their first number, and those who have one another. */
@ApplicationScoped
public class IdentityNumberService implements Expansion.Holder {
    private final IdentityNumberQueries numbers;
    private final EmployeeDirectory people;
    private final EmployeeService employees;
    private final Calculators calculators;
    private final AgencyDirectory agencies;
    private final Ids ids;

    IdentityNumberService(
            IdentityNumberQueries numbers,
            EmployeeDirectory people,
            EmployeeService employees,
            Calculators calculators,
            AgencyDirectory agencies,
            Ids ids) {
        this.numbers = numbers;
        this.people = people;
        this.employees = employees;
        this.calculators = calculators;
        this.agencies = agencies;
        this.ids = ids;
    }

    @Override
    public Map<Expansion, Function<EmployeeDirectory.Facts, Object>> readers() {
        return Map.of(Expansion.identityNumbers, person -> numbers.page(person.id(), new PageRequest()));
    }

    void on(@Observes PersonRegistered event) {
        numbers.persistAndFlush(new IdentityNumber(ids.next(), event));
    }

    /** A candidate becomes permanent, under the same number. */
    @Transactional
    public View appoint(UUID employeeId, Appointment request) {
        var person = people.lock(IdentityNumberObjects.IDENTITY_NUMBER, employeeId);
        var today = agencies.today(person.agency());
        PermanentAppointmentRules.admit(request, person.kind(), person.firstAppointmentOn(), today)
                .orRefuse();
        numbers.open(employeeId)
                .filter(number -> number.startsOn().isBefore(request.startsOn()))
                .ifPresent(number -> number.end(request.startsOn().minusDays(1)));
        numbers.persistAndFlush(new IdentityNumber(ids.next(), employeeId, person.identityNumber(), request));
        return employees.appointPermanently(employeeId, request.startsOn());
    }

    /** Ends the present number on the day before the new one, which the person bears from then on. */
    @Transactional
    public Entry correct(UUID employeeId, Correction request) {
        var person = people.lock(IdentityNumberObjects.IDENTITY_NUMBER, employeeId);
        var present = numbers.open(employeeId);
        var of = new Calculators.Case(agencies.today(person.agency()), person.agency());
        var reading = calculators.nip(new NipRequest(request.number(), null, null, null), of);
        var since = present.map(IdentityNumber::startsOn).orElse(null);
        IdentityNumberRules.admit(request, reading, person, since, of.today()).orRefuse();
        employees.renumber(employeeId, request.number(), request.kind());
        present.ifPresent(number -> number.end(request.startsOn().minusDays(1)));
        var number = new IdentityNumber(ids.next(), employeeId, request);
        numbers.persistAndFlush(number);
        if (Boolean.TRUE.equals(request.correctsPerson()) && reading.birthDate() != null) {
            employees.correct(employeeId, reading.birthDate(), Sex.valueOf(String.valueOf(reading.sex())));
        }
        return number.entry();
    }
}
