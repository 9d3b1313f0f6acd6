package id.karier.integration.bulk.load;

import static id.karier.integration.bulk.load.RowQueries.id;
import static id.karier.integration.bulk.load.RowQueries.lists;
import static id.karier.integration.bulk.load.RowQueries.marks;
import static id.karier.integration.bulk.load.RowQueries.requiredId;
import static id.karier.integration.bulk.load.RowQueries.values;

import id.karier.employee.EmployeeKind;
import id.karier.employee.EmployeeStatus;
import id.karier.employee.Sex;
import id.karier.employee.Source;
import id.karier.integration.bulk.load.HistoryRow.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** People and their histories, as a load reads and writes them: a whole batch at once. */
@ApplicationScoped
class PersonQueries {
    private static final String PERSON = """
            select id, siasn_id, identity_number, kind, status, name, front_titles, back_titles, birth_place, birth_date,
                sex, religion, marital_status, email, official_email, nik_sealed, nik_index, npwp_sealed, address_sealed,
                phone_sealed, first_appointment_on, permanent_on, source
            from employees where agency = ? and %s in (%s) %s""";
    private static final String NUMBERS =
            "select number from employee_identity_numbers where agency = ? and number in (%s)";
    private static final String INSERT_PERSON = """
            insert into employees (id, agency, siasn_id, identity_number, kind, status, name, front_titles, back_titles,
                birth_place, birth_date, sex, religion, marital_status, email, official_email, nik_sealed, nik_index,
                npwp_sealed, address_sealed, phone_sealed, first_appointment_on, permanent_on, source, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE_PERSON = """
            update employees set version = version + 1, siasn_id = ?, identity_number = ?, kind = ?, status = ?, name = ?,
                front_titles = ?, back_titles = ?, birth_place = ?, birth_date = ?, sex = ?, religion = ?,
                marital_status = ?, email = ?, official_email = ?, nik_sealed = ?, nik_index = ?, npwp_sealed = ?,
                address_sealed = ?, phone_sealed = ?, first_appointment_on = ?, permanent_on = ?, source = ?,
                updated_at = ?
            where id = ? and agency = ?""";
    private static final String INSERT_WORD =
            "insert ignore into employee_name_words (agency, word, employee_id) values (?, ?, ?)";
    private static final String DELETE_WORDS = "delete from employee_name_words where employee_id = ? and agency = ?";

    private final RowQueries jdbc;

    PersonQueries(RowQueries jdbc) {
        this.jdbc = jdbc;
    }

    /** @param lock whether nobody else may write about these people until the transaction ends */
    List<StoredPerson> people(String agency, String column, Collection<String> keys, boolean lock) {
        var people = new ArrayList<StoredPerson>();
        for (var values : lists(keys)) {
            var sql = PERSON.formatted(column, marks(values.size()), lock ? "order by id for update" : "");
            values.add(0, agency);
            people.addAll(jdbc.read(sql, PersonQueries::person, values.toArray()));
        }
        return people;
    }

    List<StoredPerson> peopleBySiasnId(String agency, Collection<String> ids, boolean lock) {
        return people(agency, "siasn_id", ids, lock);
    }

    List<StoredPerson> peopleByNumber(String agency, Collection<String> numbers, boolean lock) {
        return people(agency, "identity_number", numbers, lock);
    }

    /** Those of the numbers that somebody has, or once had. */
    Set<String> numbersEverHeld(String agency, Collection<String> numbers) {
        var held = new HashSet<String>();
        for (var values : lists(numbers)) {
            var sql = NUMBERS.formatted(marks(values.size()));
            values.add(0, agency);
            held.addAll(jdbc.read(sql, row -> row.getString(1), values.toArray()));
        }
        return held;
    }

    private static StoredPerson person(ResultSet row) throws SQLException {
        return new StoredPerson(
                requiredId(row, 1),
                row.getString(2),
                row.getString(3),
                EmployeeKind.valueOf(row.getString(4)),
                EmployeeStatus.valueOf(row.getString(5)),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getObject(10, LocalDate.class),
                Sex.valueOf(row.getString(11)),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getBytes(16),
                row.getBytes(17),
                row.getBytes(18),
                row.getBytes(19),
                row.getBytes(20),
                row.getObject(21, LocalDate.class),
                row.getObject(22, LocalDate.class),
                Source.valueOf(row.getString(23)));
    }

    /** Hands every stored row of some histories of some people to the taker. */
    void histories(
            String agency, Collection<HistoryTable> tables, Collection<UUID> people, Consumer<HistoryRow> taker) {
        for (var values : lists(people)) {
            int count = values.size();
            values.add(0, agency);
            for (var table : tables) {
                jdbc.read(table.selectSql(count), row -> history(table, row), values.toArray())
                        .forEach(taker);
            }
        }
    }

    private static HistoryRow history(HistoryTable table, ResultSet row) throws SQLException {
        var columns = table.columns();
        var values = new @Nullable Object[columns.size()];
        int at = 3;
        for (int i = 0; i < values.length; i++) {
            values[i] = value(row, at++, columns.get(i).kind());
        }
        return new HistoryRow(
                table,
                requiredId(row, 1),
                requiredId(row, 2),
                values,
                row.getString(at),
                row.getObject(at + 1, LocalDate.class),
                Source.valueOf(row.getString(at + 2)),
                row.getString(at + 3),
                State.STORED);
    }

    private static @Nullable Object value(ResultSet row, int place, HistoryTable.Kind kind) throws SQLException {
        return switch (kind) {
            case TEXT -> row.getString(place);
            case DAY -> row.getObject(place, LocalDate.class);
            case ID -> id(row, place);
            case DECIMAL -> row.getBigDecimal(place);
            case FLAG -> row.getBoolean(place);
            case NUMBER -> {
                int number = row.getInt(place);
                yield row.wasNull() ? null : number;
            }
        };
    }

    void insertPeople(String agency, List<StoredPerson> people, Instant now) {
        var rows = new ArrayList<Object[]>();
        var words = new ArrayList<Object[]>();
        for (var person : people) {
            rows.add(person.valuesOfNew(agency, now));
            person.words().forEach(word -> words.add(values(agency, word, person.id())));
        }
        jdbc.batch(INSERT_PERSON, rows);
        jdbc.batch(INSERT_WORD, words);
    }

    void updatePeople(String agency, List<StoredPerson> people, Instant now) {
        var rows = new ArrayList<Object[]>();
        people.forEach(person -> rows.add(person.values(agency, now)));
        jdbc.batch(UPDATE_PERSON, rows);
    }

    void renameWords(String agency, List<StoredPerson> renamed) {
        var gone = new ArrayList<Object[]>();
        var words = new ArrayList<Object[]>();
        for (var person : renamed) {
            gone.add(values(person.id(), agency));
            person.words().forEach(word -> words.add(values(agency, word, person.id())));
        }
        jdbc.batch(DELETE_WORDS, gone);
        jdbc.batch(INSERT_WORD, words);
    }

    void writeHistories(String agency, List<HistoryRow> different) {
        var inserts = new EnumMap<HistoryTable, List<Object[]>>(HistoryTable.class);
        var updates = new EnumMap<HistoryTable, List<Object[]>>(HistoryTable.class);
        for (var row : different) {
            boolean isNew = row.state == State.NEW;
            var values = new ArrayList<@Nullable Object>(isNew ? List.of(row.id, agency, row.employee) : List.of());
            addValues(values, row);
            if (!isNew) {
                values.add(row.id);
                values.add(agency);
            }
            (isNew ? inserts : updates)
                    .computeIfAbsent(row.table, t -> new ArrayList<>())
                    .add(values.toArray());
        }
        inserts.forEach((table, rows) -> jdbc.batch(table.insertSql(), rows));
        updates.forEach((table, rows) -> jdbc.batch(table.updateSql(), rows));
    }

    private static void addValues(List<@Nullable Object> values, HistoryRow row) {
        for (int i = 0; i < row.values.length; i++) {
            values.add(row.stored(i));
        }
        values.add(row.decreeNumber);
        values.add(row.decreeDate);
        values.add(row.source);
        values.add(row.siasnId);
    }
}
