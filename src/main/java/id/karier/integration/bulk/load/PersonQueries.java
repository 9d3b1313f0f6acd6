package id.karier.integration.bulk.load;

import id.karier.employee.EmployeeKind;
import id.karier.employee.EmployeeStatus;
import id.karier.employee.Sex;
import id.karier.employee.Source;
import id.karier.integration.bulk.load.HistoryRow.State;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.FieldCipher;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** People and their histories of the caller's agency, as a load reads and writes them: a whole batch at once. */
@ApplicationScoped
class PersonQueries {
    private static final String LOCKED = " order by id for update";
    private static final SqlText BY_SIASN_ID = people("siasn_id", "");
    private static final SqlText BY_SIASN_ID_LOCKED = people("siasn_id", LOCKED);
    private static final SqlText BY_NUMBER = people("identity_number", "");
    private static final SqlText BY_NUMBER_LOCKED = people("identity_number", LOCKED);
    private static final SqlText NUMBERS = SqlText.ofAgency(
            "select number from employee_identity_numbers where agency = :agency and number in (:keys)");
    private static final SqlText OF_NIKS =
            SqlText.ofAgency("select nik_index, id from employees where agency = :agency and nik_index in (:keys)");
    private static final SqlText INSERT_PERSON = SqlText.ofAgency("""
            insert into employees (id, agency, siasn_id, identity_number, kind, status, name, front_titles, back_titles,
                birth_place, birth_date, sex, religion, marital_status, email, official_email, nik_sealed, nik_index,
                npwp_sealed, address_sealed, phone_sealed, first_appointment_on, permanent_on, source, updated_at)
            values (:id, :agency, :siasnId, :identityNumber, :kind, :status, :name, :frontTitles, :backTitles,
                :birthPlace, :birthDate, :sex, :religion, :maritalStatus, :email, :officialEmail, :nikSealed, :nikIndex,
                :npwpSealed, :addressSealed, :phoneSealed, :firstAppointmentOn, :permanentOn, :source, :updatedAt)""");
    private static final SqlText UPDATE_PERSON = SqlText.ofAgency("""
            update employees set version = version + 1, siasn_id = :siasnId, identity_number = :identityNumber,
                kind = :kind, status = :status, name = :name, front_titles = :frontTitles, back_titles = :backTitles,
                birth_place = :birthPlace, birth_date = :birthDate, sex = :sex, religion = :religion,
                marital_status = :maritalStatus, email = :email, official_email = :officialEmail,
                nik_sealed = :nikSealed, nik_index = :nikIndex, npwp_sealed = :npwpSealed,
                address_sealed = :addressSealed, phone_sealed = :phoneSealed,
                first_appointment_on = :firstAppointmentOn, permanent_on = :permanentOn, source = :source,
                updated_at = :updatedAt
            where agency = :agency and id = :id""");
    private static final SqlText INSERT_WORD = SqlText.ofAgency(
            "insert ignore into employee_name_words (agency, word, employee_id) values (:agency, :word, :person)");
    private static final SqlText DELETE_WORDS =
            SqlText.ofAgency("delete from employee_name_words where agency = :agency and employee_id = :person");

    private final AgencySql sql;
    private final FieldCipher cipher;

    PersonQueries(AgencySql sql, FieldCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    private static SqlText people(String column, String end) {
        return SqlText.ofAgency("""
                select id, siasn_id, identity_number, kind, status, name, front_titles, back_titles, birth_place,
                    birth_date, sex, religion, marital_status, email, official_email, nik_sealed, nik_index, npwp_sealed,
                    address_sealed, phone_sealed, first_appointment_on, permanent_on, source
                from employees where agency = :agency and\s""" + column + " in (:keys)" + end);
    }

    /** @param lock whether nobody else may write about these people until the transaction ends */
    List<StoredPerson> peopleBySiasnId(Collection<String> ids, boolean lock) {
        return people(lock ? BY_SIASN_ID_LOCKED : BY_SIASN_ID, ids);
    }

    /** @param lock whether nobody else may write about these people until the transaction ends */
    List<StoredPerson> peopleByNumber(Collection<String> numbers, boolean lock) {
        return people(lock ? BY_NUMBER_LOCKED : BY_NUMBER, numbers);
    }

    private List<StoredPerson> people(SqlText select, Collection<String> keys) {
        var people = new ArrayList<StoredPerson>();
        for (var some : Keys.lists(keys)) {
            people.addAll(sql.rows(select, Map.of("keys", some), PersonQueries::person));
        }
        return people;
    }

    /** Those of the numbers that somebody has, or once had. */
    Set<String> numbersEverHeld(Collection<String> numbers) {
        var held = new HashSet<String>();
        for (var some : Keys.lists(numbers)) {
            held.addAll(sql.rows(NUMBERS, Map.of("keys", some), Row::text));
        }
        return held;
    }

    /** Who has which identity card number, by its blind index in hexadecimal; the last of those who share one. */
    Map<String, UUID> holders(Collection<byte[]> indexes) {
        var holders = new HashMap<String, UUID>();
        for (var some : Keys.lists(indexes)) {
            sql.rows(
                            OF_NIKS,
                            Map.of("keys", some),
                            row -> Map.entry(HexFormat.of().formatHex(row.optionalBytes()), row.id()))
                    .forEach(held -> holders.put(held.getKey(), held.getValue()));
        }
        return holders;
    }

    private static StoredPerson person(Row row) throws SQLException {
        return new StoredPerson(
                row.id(),
                row.optionalText(),
                row.text(),
                row.constant(EmployeeKind.class),
                row.constant(EmployeeStatus.class),
                row.text(),
                row.optionalText(),
                row.optionalText(),
                row.optionalText(),
                row.date(),
                row.constant(Sex.class),
                row.optionalText(),
                row.optionalText(),
                row.optionalText(),
                row.optionalText(),
                row.optionalBytes(),
                row.optionalBytes(),
                row.optionalBytes(),
                row.optionalBytes(),
                row.optionalBytes(),
                row.date(),
                row.optionalDate(),
                row.constant(Source.class));
    }

    /** Hands every stored row of some histories of some people to the taker. */
    void histories(Collection<HistoryTable> tables, Collection<UUID> people, Consumer<HistoryRow> taker) {
        for (var some : Keys.lists(people)) {
            for (var table : tables) {
                sql.rows(table.select(), Map.of("people", some), row -> history(table, row))
                        .forEach(taker);
            }
        }
    }

    private HistoryRow history(HistoryTable table, Row row) throws SQLException {
        var id = row.id();
        var employee = row.id();
        var columns = table.columns();
        var values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(table, id, columns.get(i), row);
        }
        return new HistoryRow(
                table,
                id,
                employee,
                values,
                row.optionalText(),
                row.optionalDate(),
                row.constant(Source.class),
                row.optionalText(),
                State.STORED);
    }

    private @Nullable Object value(HistoryTable table, UUID id, HistoryTable.Column column, Row row)
            throws SQLException {
        return switch (column.kind()) {
            case TEXT -> row.optionalText();
            case SEALED -> {
                var stored = row.optionalText();
                yield stored == null ? null : cipher.openText(table.sealedAt(column), id, stored);
            }
            case DAY -> row.optionalDate();
            case ID -> row.optionalId();
            case DECIMAL -> row.optionalDecimal();
            case FLAG -> row.flag();
            case NUMBER -> row.optionalInteger();
        };
    }

    void insertPeople(List<StoredPerson> people, Instant now) {
        sql.batch(INSERT_PERSON, people, person -> values(person, now));
        sql.batch(INSERT_WORD, words(people), NameWord::values);
    }

    void updatePeople(List<StoredPerson> people, Instant now) {
        sql.batch(UPDATE_PERSON, people, person -> values(person, now));
    }

    void renameWords(List<StoredPerson> renamed) {
        sql.batch(DELETE_WORDS, renamed, person -> Map.of("person", person.id()));
        sql.batch(INSERT_WORD, words(renamed), NameWord::values);
    }

    private static Map<String, ?> values(StoredPerson person, Instant now) {
        var values = person.properties();
        values.put("id", person.id());
        values.put("updatedAt", now);
        return values;
    }

    private record NameWord(String word, UUID person) {
        Map<String, ?> values() {
            return Map.of("word", word, "person", person);
        }
    }

    private static List<NameWord> words(List<StoredPerson> people) {
        var words = new ArrayList<NameWord>();
        people.forEach(person -> person.words().forEach(word -> words.add(new NameWord(word, person.id()))));
        return words;
    }

    void writeHistories(List<HistoryRow> different) {
        var inserts = new EnumMap<HistoryTable, List<HistoryRow>>(HistoryTable.class);
        var updates = new EnumMap<HistoryTable, List<HistoryRow>>(HistoryTable.class);
        for (var row : different) {
            (row.state == State.NEW ? inserts : updates)
                    .computeIfAbsent(row.table, table -> new ArrayList<>())
                    .add(row);
        }
        inserts.forEach((table, rows) -> sql.batch(table.insert(), rows, this::values));
        updates.forEach((table, rows) -> sql.batch(table.update(), rows, this::values));
    }

    private Map<String, ?> values(HistoryRow row) {
        var values = row.properties();
        values.put("id", row.id);
        for (var column : row.table.columns()) {
            if (column.kind() == HistoryTable.Kind.SEALED && values.get(column.property()) instanceof String text) {
                values.put(column.property(), cipher.sealText(row.table.sealedAt(column), row.id, text));
            }
        }
        return values;
    }
}
