package id.karier.demo;

import id.karier.demo.population.Person;
import id.karier.demo.population.Population;
import id.karier.demo.population.Structure;
import id.karier.employee.EmployeeRules;
import id.karier.kernel.data.FieldCipher;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes a population into the registers: plain SQL, many rows a statement, in the order of the foreign keys, with as
 * much memory as one round of people needs. The connection is the caller's, and so is the transaction.
 */
public final class PopulationQueries implements AutoCloseable {
    /** People who are written together. */
    private static final int ROUND = 200;

    private static final String AGENCY = "agencies (code, id, name, kind, time_zone, settings)";
    private static final String UNIT = """
            units (id, agency, code, name, kind, parent_id, opened_on, closed_on, siasn_id)""";
    private static final String PLACEMENT = """
            unit_placements (id, agency, unit_id, parent_id, starts_on, ends_on, decree_number, decree_date)""";
    private static final String ANCESTOR = "unit_ancestors (agency, ancestor_id, unit_id, depth)";
    private static final String POSITION = """
            positions (id, agency, unit_id, code, name, level, job_class, retirement_age, headcount, leads_unit,
                closed_on, siasn_id)""";
    private static final String EMPLOYEE = """
            employees (id, agency, identity_number, kind, status, name, front_titles, back_titles, birth_place,
                birth_date, sex, religion, marital_status, email, official_email, nik_sealed, nik_index, npwp_sealed,
                address_sealed, phone_sealed, first_appointment_on, permanent_on, unit_id, unit_name, position_id,
                position_title, position_level, position_since, leads_unit, led_units, rank_code, rank_order, rank_since,
                education_level, education_name, retirement_on, next_change_on, source, siasn_id, updated_at)""";
    private static final String NAME_WORD = "employee_name_words (agency, word, employee_id)";
    private static final String NUMBER = """
            employee_identity_numbers (id, agency, employee_id, number, kind, starts_on, ends_on, decree_number,
                decree_date, source)""";
    private static final String RANK = """
            employee_ranks (id, agency, employee_id, rank_code, rank_order, promotion_kind, starts_on, service_years,
                service_months, decree_number, decree_date, source)""";
    private static final String HELD = """
            employee_positions (id, agency, employee_id, assignment, position_id, title, level, unit_id, unit_name,
                starts_on, ends_on, sworn_in_on, decree_number, decree_date, reason, source)""";
    private static final String EDUCATION = """
            employee_educations (id, agency, employee_id, level, field, institution, graduated_on, certificate_number,
                front_titles, back_titles, at_appointment, source)""";
    private static final String TRAINING = """
            employee_trainings (id, agency, employee_id, form, programme, name, provider, certificate_number,
                starts_on, ends_on, hours, source)""";
    private static final String AWARD = """
            employee_awards (id, agency, employee_id, code, name, granted_on, decree_number, decree_date, source)""";
    private static final String DISCIPLINE = """
            employee_disciplines (id, agency, employee_id, level, penalty, penalty_name, starts_on, ends_on, reason,
                regulation, decree_number, decree_date, source)""";
    private static final String CREDIT = """
            employee_credits (id, agency, employee_id, level, position_title, basis, starts_on, ends_on, credit,
                decree_number, decree_date, source)""";

    private static final String STANDING = """
            employee_statuses (id, agency, employee_id, status, starts_on, ends_on, destination, decree_number,
                decree_date, source)""";

    private final Connection connection;
    private final FieldCipher cipher;
    private final LocalDateTime now;
    private final List<BatchQueries> tables = new ArrayList<>();
    private final BatchQueries agencies;
    private final BatchQueries units;
    private final BatchQueries placements;
    private final BatchQueries ancestors;
    private final BatchQueries positions;
    private final BatchQueries employees;
    private final BatchQueries nameWords;
    private final BatchQueries numbers;
    private final BatchQueries ranks;
    private final BatchQueries held;
    private final BatchQueries educations;
    private final BatchQueries trainings;
    private final BatchQueries awards;
    private final BatchQueries disciplines;
    private final BatchQueries credits;
    private final BatchQueries standings;

    /** @param cipher seals what is encrypted at rest */
    public PopulationQueries(Connection connection, FieldCipher cipher, LocalDateTime now) {
        this.connection = connection;
        this.cipher = cipher;
        this.now = now;
        agencies = table(AGENCY);
        units = table(UNIT);
        placements = table(PLACEMENT);
        ancestors = table(ANCESTOR);
        positions = table(POSITION);
        employees = table(EMPLOYEE);
        nameWords = table(NAME_WORD);
        numbers = table(NUMBER);
        ranks = table(RANK);
        held = table(HELD);
        educations = table(EDUCATION);
        trainings = table(TRAINING);
        awards = table(AWARD);
        disciplines = table(DISCIPLINE);
        credits = table(CREDIT);
        standings = table(STANDING);
    }

    /**
     * Writes an agency with all that is in it.
     *
     * @param each is shown every person before she is written
     * @return rows written
     */
    public long write(Population population, Consumer<Person> each) {
        return write(population, each, () -> {});
    }

    /** The same for crowds, committed round by round: the connection must not commit by itself. */
    public long writeInRounds(Population population) {
        return write(population, person -> {}, () -> {
            try {
                connection.commit();
            } catch (SQLException failed) {
                throw new IllegalStateException("cannot commit a round of people", failed);
            }
        });
    }

    private long write(Population population, Consumer<Person> each, Runnable afterRound) {
        long before = written();
        var agency = population.government().code();
        agencies.add(Rows.agency(population));
        flush(true);
        organisation(agency, population.structure());
        int waiting = 0;
        for (var people = population.people().iterator(); people.hasNext(); ) {
            var person = people.next();
            each.accept(person);
            add(person);
            if (++waiting == ROUND) {
                flush(false);
                afterRound.run();
                waiting = 0;
            }
        }
        flush(true);
        afterRound.run();
        return written() - before;
    }

    private void organisation(String agency, Structure structure) {
        for (var unit : structure.units()) {
            units.add(Rows.unit(agency, unit));
            var former = Rows.formerPlacement(agency, unit);
            if (former != null) {
                placements.add(former);
            }
            placements.add(Rows.placement(agency, unit));
            int depth = 0;
            for (Structure.Unit above = unit; above != null; above = above.parent()) {
                ancestors.add(agency, above.id(), unit.id(), depth++);
            }
            flushWhenFull(units);
        }
        for (var post : structure.posts()) {
            positions.add(Rows.position(agency, post));
            flushWhenFull(positions);
        }
        flush(true);
    }

    private void add(Person person) {
        var agency = person.agency();
        var id = person.id();
        employees.add(Rows.employee(person, cipher, now));
        EmployeeRules.nameWords(person.name().name()).forEach(word -> nameWords.add(agency, word, id));
        person.numbers().forEach(row -> numbers.add(Rows.number(agency, id, row)));
        person.ranks().forEach(row -> ranks.add(Rows.rank(agency, id, row)));
        person.positions().forEach(row -> held.add(Rows.held(agency, id, row)));
        person.educations().forEach(row -> educations.add(Rows.education(agency, id, row)));
        person.trainings().forEach(row -> trainings.add(Rows.training(agency, id, row)));
        person.awards().forEach(row -> awards.add(Rows.award(agency, id, row)));
        person.disciplines().forEach(row -> disciplines.add(Rows.discipline(agency, id, row, cipher)));
        person.credits().forEach(row -> credits.add(Rows.credit(agency, id, row)));
        person.standings().forEach(row -> standings.add(Rows.standing(agency, id, row)));
    }

    private BatchQueries table(String head) {
        var table = new BatchQueries(connection, head);
        tables.add(table);
        return table;
    }

    /** With the rest, so that no ancestor of a unit is written before the unit. */
    private void flushWhenFull(BatchQueries table) {
        if (table.isFull()) {
            flush(true);
        }
    }

    /**
     * Executes what is full, or everything, parents first. A round fills the statements of employees exactly, so what
     * waits is only ever about people who are written.
     */
    private void flush(boolean rest) {
        tables.forEach(table -> table.flush(rest));
    }

    private long written() {
        return tables.stream().mapToLong(BatchQueries::written).sum();
    }

    @Override
    public void close() {
        tables.forEach(BatchQueries::close);
    }
}
