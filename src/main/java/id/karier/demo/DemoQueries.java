package id.karier.demo;

import static id.karier.kernel.data.IdColumns.bytes;

import id.karier.demo.population.Person;
import id.karier.demo.population.Population;
import id.karier.kernel.data.FieldCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** The demo's part of the database, on the connection of the running transaction. */
@ApplicationScoped
class DemoQueries {
    /** Takes the row's lock until the transaction ends, whether or not the row was there. */
    private static final String CLAIM = """
            insert into shedlock (name, lock_until, locked_at, locked_by) values ('demo-load', ?, ?, 'demo')
            on duplicate key update locked_at = ?""";

    private static final String AGENCIES = "select code from agencies order by code";
    private static final String AGENCY =
            "insert into agencies (code, id, name, kind, time_zone, settings) values (?, ?, ?, ?, ?, '{}')";

    private static final String STANDARD = """
            position_standards (id, agency, position_id, competency_id, level, starts_on, decree_number)""";
    private static final String RESULT = """
            competency_results (id, agency, employee_id, competency_id, edition, level, evidence, found_on, valid_until,
                assessor, source, rule_set, inputs, recorded_by, recorded_at)""";

    private final DataSource database;
    private final FieldCipher cipher;
    private final Clock clock;

    DemoQueries(DataSource database, FieldCipher cipher, Clock clock) {
        this.database = database;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Waits for whoever else is loading, and keeps everybody else waiting until the transaction ends. */
    void claim() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(CLAIM)) {
            for (int i = 1; i <= 3; i++) {
                statement.setObject(i, now());
            }
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("cannot claim the loading of the demo", failed);
        }
    }

    List<String> agencies() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(AGENCIES);
                var found = statement.executeQuery()) {
            var codes = new ArrayList<String>();
            while (found.next()) {
                codes.add(found.getString(1));
            }
            return codes;
        } catch (SQLException failed) {
            throw new IllegalStateException("cannot read agencies", failed);
        }
    }

    void insertAgency(String code, UUID id, String name, String kind, String zone) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(AGENCY)) {
            statement.setString(1, code);
            statement.setBytes(2, bytes(id));
            statement.setString(3, name);
            statement.setString(4, kind);
            statement.setString(5, zone);
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("cannot insert the agency " + code, failed);
        }
    }

    /** @return rows written */
    long write(Population population, Consumer<Person> each) {
        try (var connection = database.getConnection();
                var registers = new PopulationQueries(connection, cipher, now())) {
            return registers.write(population, each);
        } catch (SQLException failed) {
            throw new IllegalStateException(
                    "cannot write " + population.government().name(), failed);
        }
    }

    /** Of people who are written already. */
    void write(DemoResults found) {
        try (var connection = database.getConnection();
                var standards = new BatchQueries(connection, STANDARD);
                var results = new BatchQueries(connection, RESULT)) {
            found.standards().forEach(standards::add);
            standards.flush(true);
            found.results().forEach(results::add);
            results.flush(true);
        } catch (SQLException failed) {
            throw new IllegalStateException("cannot write what was found of people", failed);
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
