package id.karier.employee;

import id.karier.employee.EmployeeJson.Filter;
import id.karier.employee.EmployeeJson.Search;
import id.karier.employee.EmployeeJson.Summary;
import id.karier.employee.EmployeeJson.UnitName;
import id.karier.kernel.ProblemException;
import id.karier.kernel.data.FieldCipher;
import id.karier.kernel.web.Cursors;
import id.karier.kernel.web.ListQuery;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every query of the employee slice. The agency is put in by Hibernate, except in native SQL, which names it. */
@ApplicationScoped
class EmployeeQueries {
    static final String IS_SELF = "e.id = :self";
    static final String IS_TEAM = """
            e.id = :self or e.unitId in (select a.unitId from UnitAncestor a where a.ancestorId in (:led))""";

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{18}");
    private static final String FROM = "from Employee e";
    private static final String SUMMARY = """
            select new id.karier.employee.EmployeeJson$Summary(
                e.id, e.identityNumber, e.kind, e.status, e.name, e.frontTitles, e.backTitles,
                e.unitId, e.unitName, e.positionId, e.positionTitle, e.positionLevel, e.positionSince, e.leadsUnit,
                e.rankCode, e.rankSince, e.retirementOn)""";
    private static final String FACTS = """
            select new id.karier.employee.EmployeeDirectory$Facts(
                e.id, e.agency, e.identityNumber, e.kind, e.status, e.birthDate, e.sex, e.firstAppointmentOn)""";
    private static final String HOLD =
            "select e.id from employees e where e.agency = :agency and e.id = :id for update";
    private static final String KIND_ON = """
            select i.kind from IdentityNumber i
            where i.employeeId = :id and i.startsOn <= :day and (i.endsOn is null or i.endsOn >= :day)
            order by i.startsOn desc""";
    private static final String UNIT_PATH = """
            select new id.karier.employee.EmployeeJson$UnitName(u.id, u.name)
            from Employee e join UnitAncestor a on a.unitId = e.unitId join Unit u on u.id = a.ancestorId
            where e.id = :id order by a.depth desc""";

    private static final SortKey<Summary> BY_NAME = SortKey.text("name", "e.name", Summary::name);
    private static final SortKey<Summary> BY_RETIREMENT = SortKey.date(
            "retirementOn", "e.retirementOn", s -> Objects.requireNonNullElse(s.retirementOn(), Summary.NEVER));
    private static final SortKey<Summary> BY_ID = SortKey.id("e.id", Summary::id);

    private final EntityManager entities;
    private final Cursors cursors;
    private final FieldCipher cipher;

    EmployeeQueries(EntityManager entities, Cursors cursors, FieldCipher cipher) {
        this.entities = entities;
        this.cursors = cursors;
        this.cipher = cipher;
    }

    /** @throws ProblemException 404 unless the person is in the agency and within the narrowing */
    Employee require(UUID id, EmployeeReach.@Nullable Narrowing narrowing, UUID self) {
        return find("select e", Employee.class, id, narrowing, self).orElseThrow(ProblemException::notFound);
    }

    Optional<EmployeeDirectory.Facts> facts(UUID id, EmployeeReach.@Nullable Narrowing narrowing, UUID self) {
        return find(FACTS, EmployeeDirectory.Facts.class, id, narrowing, self);
    }

    private <T> Optional<T> find(
            String select, Class<T> row, UUID id, EmployeeReach.@Nullable Narrowing narrowing, UUID self) {
        var condition = narrowing == null ? "" : " and (" + narrowing.condition() + ")";
        var query = entities.createQuery(select + ' ' + FROM + " where e.id = :id" + condition, row)
                .setParameter("id", id);
        if (narrowing != null) {
            query.setParameter("self", self);
            if (!narrowing.led().isEmpty()) {
                query.setParameter("led", narrowing.led());
            }
        }
        return query.getResultList().stream().findFirst();
    }

    /** Locks the row of a person without reading it. */
    void hold(String agency, UUID id) {
        var held = entities.createNativeQuery(HOLD, UUID.class)
                .setParameter("agency", agency)
                .setParameter("id", id)
                .getResultList();
        if (held.isEmpty()) {
            throw ProblemException.notFound();
        }
    }

    Optional<EmployeeKind> kindOn(UUID id, LocalDate day) {
        return entities.createQuery(KIND_ON, EmployeeKind.class)
                .setParameter("id", id)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultList().stream()
                .findFirst();
    }

    /** The unit of a person with the units above it today, the topmost first; nothing for a person without one. */
    List<UnitName> unitPath(UUID id) {
        return entities.createQuery(UNIT_PATH, UnitName.class)
                .setParameter("id", id)
                .getResultList();
    }

    Page<Summary> list(Filter filter, @Nullable Search search, EmployeeReach reach, PageRequest page) {
        // In the order of the window that was asked for, else the whole window would be sorted for one page.
        boolean retiring = filter.retiringFrom() != null || filter.retiringUntil() != null;
        var sort = retiring ? "retirementOn" : "name";
        var query = new ListQuery<>(Summary.class, SUMMARY, FROM, List.of(BY_NAME, BY_RETIREMENT), BY_ID, sort)
                .where(
                        "e.unitId in (select a.unitId from UnitAncestor a where a.ancestorId = :unit)",
                        "unit",
                        filter.unit())
                .where("e.positionId = :position", "position", filter.position())
                .where("e.positionLevel = :level", "level", filter.level())
                .where("e.rankCode = :rank", "rank", filter.rank())
                .where("e.status = :status", "status", filter.status())
                .where("e.kind = :kind", "kind", filter.kind())
                .where("e.retirementOn >= :retiringFrom", "retiringFrom", filter.retiringFrom())
                .where("e.retirementOn <= :retiringUntil", "retiringUntil", filter.retiringUntil());
        if (search != null) {
            narrow(query, search);
        }
        return reach.narrow(query).page(entities, cursors, "employees", page);
    }

    private void narrow(ListQuery<Summary> query, Search search) {
        if (search.q() != null) {
            if (WHOLE_NUMBER.matcher(search.q().strip()).matches()) {
                withNumber(query, "q", search.q().strip());
            } else {
                int word = 0;
                for (var prefix : EmployeeRules.prefixes(search.q())) {
                    var name = "word" + word++;
                    query.where(
                            "e.id in (select w.employeeId from EmployeeNameWord w where w.word like :" + name + ")",
                            name,
                            prefix);
                }
            }
        }
        withNumber(query, "number", search.identityNumber());
        query.where("e.nikIndex = :nik", "nik", cipher.blindIndex("employees.nik", search.nik()));
    }

    private static void withNumber(ListQuery<Summary> query, String name, @Nullable String number) {
        query.where("e.id in (select i.employeeId from IdentityNumber i where i.number = :" + name + ")", name, number);
    }

    boolean isNumberTaken(String number) {
        return entities.createQuery("select count(e) from Employee e where e.identityNumber = :number", Long.class)
                        .setParameter("number", number)
                        .getSingleResult()
                > 0;
    }

    void add(Employee employee) {
        entities.persist(employee);
        entities.flush();
        addWords(employee);
    }

    void renameWords(Employee employee) {
        entities.createQuery("delete from EmployeeNameWord w where w.employeeId = :employee")
                .setParameter("employee", employee.id())
                .executeUpdate();
        addWords(employee);
    }

    private void addWords(Employee employee) {
        for (var word : EmployeeRules.nameWords(employee.name())) {
            entities.persist(new EmployeeNameWord(word, employee.id()));
        }
        entities.flush();
    }

    void flush() {
        entities.flush();
    }
}
