package id.karier.employee;

import static id.karier.employee.EmployeeObjects.EMPLOYEE;

import id.karier.employee.EmployeeJson.CurrentEducation;
import id.karier.employee.EmployeeJson.CurrentPosition;
import id.karier.employee.EmployeeJson.CurrentRank;
import id.karier.employee.EmployeeJson.Filter;
import id.karier.employee.EmployeeJson.Search;
import id.karier.employee.EmployeeJson.Summary;
import id.karier.employee.EmployeeJson.UnitName;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.ObjectReach;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.FieldCipher;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import id.karier.kernel.web.ListFilter;
import id.karier.kernel.web.ListSpec;
import id.karier.kernel.web.Lists;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import id.karier.organisation.AgencyDirectory;
import id.karier.organisation.UnitDirectory;
import id.karier.rules.terms.PositionLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Every query of the employee slice but the profile's. */
@ApplicationScoped
public class EmployeeQueries {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{18}");

    /** What letters and cards write between the parts of a number. */
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\u00a0\u2007\u202f.,'/-]");

    /** Those who have nobody between them and the caller: in a unit that she leads, or leading one directly below it. */
    private static final String DIRECT_REPORTS =
            "(" + UnitDirectory.within("e.unit_id", UnitDirectory.led("me", "today")) + " or (e.leads_unit and "
                    + UnitDirectory.directlyBelow("e.unit_id", UnitDirectory.led("me", "today")) + "))";

    /** The people whose status is one of service. */
    static final String IN_SERVICE = "select e.id, e.unit_id, e.position_id, e.position_level from employees e"
            + " where e.agency = :agency and e.status in ("
            + Arrays.stream(EmployeeStatus.values())
                    .filter(status -> !status.hasLeft())
                    .map(status -> "'" + status + "'")
                    .collect(Collectors.joining(", "))
            + ")";

    /** All that everybody within reach reads of a person, as {@link #summary} takes it off a row. */
    static final String COLUMNS = """
            e.id, e.identity_number, e.kind, e.status, e.name, e.front_titles, e.back_titles, e.birth_place,
            e.birth_date, e.sex, e.religion, e.marital_status, e.official_email, e.first_appointment_on,
            e.permanent_on, e.unit_id, e.unit_name, e.position_id, e.position_title, e.position_level,
            e.position_since, e.leads_unit, e.rank_code, e.rank_since, e.education_level, e.education_name,
            e.retirement_on, e.source, e.siasn_id, e.updated_at, e.version""";

    public static final ListSpec<Summary> EMPLOYEES = ListSpec.of("employees", EmployeeQueries::summary)
            .columns(COLUMNS)
            .from("employees e", "e.agency")
            .objects(EMPLOYEE, "e")
            .sortedBy(
                    SortKey.text("name", "e.name", Summary::name),
                    SortKey.date(
                            "retirementOn",
                            "e.retirement_on",
                            s -> Objects.requireNonNullElse(s.retirementOn(), Summary.NEVER)),
                    SortKey.instant("updatedAt", "e.updated_at", Summary::updatedAt))
            .then(SortKey.id("e.id", Summary::id))
            .order("name")
            .build();

    private static final ListSpec<EmployeeDirectory.Facts> FACTS = ListSpec.of("facts", EmployeeQueries::facts)
            .columns("e.id, e.agency, e.identity_number, e.kind, e.status, e.birth_date, e.sex, e.first_appointment_on,"
                    + " e.unit_id")
            .from("employees e", "e.agency")
            .about("e.id")
            .sortedBy(SortKey.id("e.id", EmployeeDirectory.Facts::id))
            .then(SortKey.id("e.id", EmployeeDirectory.Facts::id))
            .order("id")
            .build();

    private static final SqlText HOLD =
            SqlText.ofAgency("select e.id from employees e where e.agency = :agency and e.id = :id for update");
    private static final SqlText KIND_ON = SqlText.ofNation("""
            select i.kind from employee_identity_numbers i
            where i.agency = :agency and i.employee_id = :id and i.starts_on <= :day
                and (i.ends_on is null or i.ends_on >= :day)
            order by i.starts_on desc limit 1""");
    private static final SqlText NUMBERS_ON = SqlText.ofNation("""
            select i.employee_id, i.number from employee_identity_numbers i
            where i.agency = :agency and i.employee_id in (:people) and i.starts_on <= :day
                and (i.ends_on is null or i.ends_on >= :day)
            order by i.employee_id, i.starts_on""");
    private static final SqlText IS_NUMBER_TAKEN = SqlText.ofAgency("""
            select exists (select 1 from employees e where e.agency = :agency and e.identity_number = :number)""");
    private static final SqlText HOLDER_OF_NIK = SqlText.ofAgency("""
            select e.id from employees e
            where e.agency = :agency and e.nik_index = :nik and e.id <> :except limit 1""");
    private static final SqlText DELETE_WORDS =
            SqlText.ofAgency("delete from employee_name_words where agency = :agency and employee_id = :employee");

    /** Words that the collation takes for the same are one. */
    private static final SqlText INSERT_WORD = SqlText.ofAgency("""
            insert ignore into employee_name_words (agency, word, employee_id) values (:agency, :word, :employee)""");

    private final Lists lists;
    private final AgencySql sql;
    private final FieldCipher cipher;
    private final UnitDirectory units;
    private final AgencyDirectory agencies;
    private final ObjectReach reach;
    private final Caller caller;

    /** How many words of a name a search looks for: each costs a comparison in every word that any of them finds. */
    private final int mostWords;

    EmployeeQueries(
            Lists lists,
            AgencySql sql,
            FieldCipher cipher,
            UnitDirectory units,
            AgencyDirectory agencies,
            ObjectReach reach,
            Caller caller,
            @ConfigProperty(name = "karier.limits.search-words") int mostWords) {
        this.lists = lists;
        this.sql = sql;
        this.cipher = cipher;
        this.units = units;
        this.agencies = agencies;
        this.reach = reach;
        this.caller = caller;
        this.mostWords = mostWords;
    }

    static Summary summary(Row row) throws SQLException {
        var id = row.id();
        var identityNumber = row.text();
        var kind = row.constant(EmployeeKind.class);
        var status = row.constant(EmployeeStatus.class);
        var name = row.text();
        var frontTitles = row.optionalText();
        var backTitles = row.optionalText();
        return new Summary(
                id,
                identityNumber,
                kind,
                status,
                name,
                EmployeeRules.fullName(name, frontTitles, backTitles),
                frontTitles,
                backTitles,
                row.optionalText(),
                row.date(),
                row.constant(Sex.class),
                row.optionalText(),
                row.optionalText(),
                row.optionalText(),
                row.date(),
                row.optionalDate(),
                UnitName.of(row.optionalId(), row.optionalText()),
                CurrentPosition.of(
                        row.optionalId(),
                        row.optionalText(),
                        row.optionalConstant(PositionLevel.class),
                        row.optionalDate(),
                        row.flag()),
                CurrentRank.of(row.optionalText(), row.optionalDate()),
                CurrentEducation.of(row.optionalText(), row.optionalText()),
                retirement(row.date()),
                row.constant(Source.class),
                row.optionalText(),
                row.instant(),
                row.number());
    }

    private static @Nullable LocalDate retirement(LocalDate day) {
        return day.equals(Summary.NEVER) ? null : day;
    }

    private static EmployeeDirectory.Facts facts(Row row) throws SQLException {
        return new EmployeeDirectory.Facts(
                row.id(),
                row.text(),
                row.text(),
                row.constant(EmployeeKind.class),
                row.constant(EmployeeStatus.class),
                row.date(),
                row.constant(Sex.class),
                row.date(),
                row.optionalId());
    }

    /** @throws ProblemException 404 unless the person is in the caller's agency and within her reach */
    EmployeeDirectory.Facts require(UUID id) {
        return lists.require(FACTS, new ListFilter().where("e.id = :id", "id", id));
    }

    /** Locks the row of a person of the caller's agency without reading it. */
    void hold(UUID id) {
        if (sql.first(HOLD, Map.of("id", id), Row::id).isEmpty()) {
            throw ProblemException.notFound();
        }
    }

    Optional<EmployeeKind> kindOn(UUID id, LocalDate day) {
        return sql.first(KIND_ON, Map.of("id", id, "day", day), row -> row.constant(EmployeeKind.class));
    }

    /** Of two numbers on one day the later one. */
    Map<UUID, String> numbersOn(Collection<UUID> people, LocalDate day) {
        var numbers = new HashMap<UUID, String>();
        sql.rows(NUMBERS_ON, Map.of("people", people, "day", day), row -> Map.entry(row.id(), row.text()))
                .forEach(borne -> numbers.put(borne.getKey(), borne.getValue()));
        return numbers;
    }

    /** The unit of a person with the units above it today, the topmost first; nothing for a person without one. */
    List<UnitName> unitPath(@Nullable UUID unit) {
        return unit == null
                ? List.of()
                : units.path(unit).stream()
                        .map(above -> new UnitName(above.id(), above.name()))
                        .toList();
    }

    Page<Summary> list(Filter filter, @Nullable Search search, PageRequest page) {
        var narrowed = narrowed(filter, search == null ? "" : "/filter/");
        if (search != null) {
            narrow(narrowed, search);
        }
        var order = order(filter);
        return lists.page(EMPLOYEES, narrowed, order == null ? page : page.sortedBy(order));
    }

    /** In the order of the window that was asked for, else the whole window would be sorted for one page. */
    private static @Nullable String order(Filter filter) {
        if (filter.updatedSince() != null) {
            return "updatedAt";
        }
        return filter.retiringFrom() != null || filter.retiringUntil() != null ? "retirementOn" : null;
    }

    /** The people whom a filter leaves, who follow one of them in its order; null for the first. */
    List<Summary> stretch(Filter filter, @Nullable Summary last, int most) {
        return lists.stretch(EMPLOYEES, narrowed(filter, ""), order(filter), last, most);
    }

    /**
     * @param place of the filter's members, as a refusal names it
     * @throws ProblemException 400 for a value that is on no list, and a window that ends before it begins
     */
    ListFilter narrowed(Filter filter, String place) {
        FilterRules.refused(filter, place).ifPresent(error -> {
            throw new ProblemException(
                    place.isEmpty() ? ErrorCode.INVALID_PARAMETER : ErrorCode.VALIDATION_FAILED, error);
        });
        boolean window = filter.retiringFrom() != null || filter.retiringUntil() != null;
        var narrowed = new ListFilter()
                .where(UnitDirectory.under("e.unit_id", ":unit"), "unit", filter.unit())
                .where("e.position_id = :position", "position", filter.position())
                .where("e.position_level = :level", "level", filter.level())
                .where("e.rank_code = :rank", "rank", filter.rank())
                .where("e.status = :status", "status", filter.status())
                .where("e.kind = :kind", "kind", filter.kind())
                .where("e.retirement_on >= :retiringFrom", "retiringFrom", filter.retiringFrom())
                .where("e.retirement_on <= :retiringUntil", "retiringUntil", filter.retiringUntil())
                // whoever has no day yet bears one that never comes, and retires in no window
                .where("e.retirement_on < :never", "never", window ? Summary.NEVER : null)
                .where("e.updated_at >= :updatedSince", "updatedSince", filter.updatedSince());
        boolean reports = Boolean.TRUE.equals(filter.directReports());
        if (reports || Boolean.TRUE.equals(filter.withoutMe())) {
            narrowed.where("e.id <> :me", "me", reach.self());
        }
        if (reports) {
            narrowed.on(DIRECT_REPORTS, "today", null, agencies.today(caller.agency()));
        }
        return narrowed;
    }

    private void narrow(ListFilter filter, Search search) {
        if (search.q() != null) {
            var number = BETWEEN_DIGITS.matcher(search.q()).replaceAll("");
            if (WHOLE_NUMBER.matcher(number).matches()) {
                withNumber(filter, "q", number);
            } else {
                withWords(filter, NameSearch.terms(search.q()));
            }
        }
        withNumber(filter, "number", search.identityNumber());
        filter.where("e.nik_index = :nik", "nik", cipher.blindIndex("employees.nik", search.nik()));
    }

    /** One look through the words, however many are sought: a join for each would cost the optimiser too much. */
    private void withWords(ListFilter filter, List<NameSearch.Term> terms) {
        var words = terms.stream()
                .flatMap(term -> Stream.concat(Stream.of(term.whole()), term.parts().stream()))
                .distinct()
                .toList();
        if (words.size() > mostWords) {
            throw new ProblemException(
                    ErrorCode.VALIDATION_FAILED, FieldError.in("employee", "/q", "TOO_MANY_WORDS", mostWords));
        }
        if (words.isEmpty()) {
            // signs alone find nobody
            filter.when(true, "q", "false");
            return;
        }
        var any = IntStream.range(0, words.size()).mapToObj(i -> "w.word like :word" + i);
        var each = terms.stream().map(term -> found(term, words));
        filter.where(
                "e.id in (select w.employee_id from employee_name_words w where w.agency = :agency and ("
                        + any.collect(Collectors.joining(" or ")) + ") group by w.employee_id having "
                        + each.collect(Collectors.joining(" and ")) + ")",
                "word0",
                words.get(0) + '%');
        for (int i = 1; i < words.size(); i++) {
            filter.bind("word" + i, words.get(i) + '%');
        }
    }

    /** Words hold letters and digits only, so none holds a sign of LIKE. */
    private static String found(NameSearch.Term term, List<String> words) {
        var whole = found(term.whole(), words);
        return term.parts().isEmpty()
                ? whole
                : term.parts().stream()
                        .map(part -> found(part, words))
                        .collect(Collectors.joining(" and ", "(" + whole + " or ", ")"));
    }

    private static String found(String word, List<String> words) {
        return "max(w.word like :word" + words.indexOf(word) + ") = 1";
    }

    private static void withNumber(ListFilter filter, String name, @Nullable String number) {
        filter.where(
                "e.id in (select i.employee_id from employee_identity_numbers i where i.agency = :agency and i.number = :"
                        + name + ")",
                name,
                number);
    }

    boolean isNumberTaken(String number) {
        return sql.count(IS_NUMBER_TAKEN, Map.of("number", number)) > 0;
    }

    /** Who else in the agency has an identity card number. */
    Optional<UUID> holderOfNik(String nik, UUID except) {
        var index = Objects.requireNonNull(cipher.blindIndex("employees.nik", nik));
        return sql.first(HOLDER_OF_NIK, Map.of("nik", index, "except", except), Row::id);
    }

    void renameWords(UUID employee, String name) {
        sql.change(DELETE_WORDS, Map.of("employee", employee));
        addWords(employee, name);
    }

    void addWords(UUID employee, String name) {
        sql.batch(INSERT_WORD, EmployeeRules.nameWords(name), word -> Map.of("word", word, "employee", employee));
    }
}
