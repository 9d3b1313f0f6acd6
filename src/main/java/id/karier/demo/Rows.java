package id.karier.demo;

import id.karier.demo.population.Person;
import id.karier.demo.population.Population;
import id.karier.demo.population.Structure;
import id.karier.history.entry.HistoryObjects;
import id.karier.kernel.data.FieldCipher;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of every row, in the order in which {@link PopulationQueries} names them. */
final class Rows {
    private static final String LOCAL = "LOCAL";

    /** What stands where no position tells when somebody retires. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private Rows() {}

    static @Nullable Object[] agency(Population population) {
        return new Object[] {
            population.government().code(),
            population.agencyId(),
            population.government().name(),
            population.government().kind(),
            population.government().zone(),
            "{}"
        };
    }

    static @Nullable Object[] unit(String agency, Structure.Unit unit) {
        var parent = unit.parent() == null ? null : unit.parent().id();
        return new Object[] {
            unit.id(),
            agency,
            unit.code(),
            unit.name(),
            unit.kind(),
            parent,
            unit.openedOn(),
            unit.closedOn(),
            unit.siasnId()
        };
    }

    static @Nullable Object[] position(String agency, Structure.Post post) {
        return new Object[] {
            post.id(),
            agency,
            post.unit().id(),
            post.code(),
            post.name(),
            post.level().name(),
            post.jobClass(),
            post.retirementAge(),
            post.headcount(),
            post.leadsUnit(),
            post.unit().closedOn(),
            post.siasnId()
        };
    }

    /** Where a unit stands since it was opened, or since it was moved. */
    static @Nullable Object[] placement(String agency, Structure.Unit unit) {
        var moved = unit.movedOn();
        return new Object[] {
            derived(unit.id(), 2),
            agency,
            unit.id(),
            unit.parent() == null ? null : unit.parent().id(),
            moved == null ? unit.openedOn() : moved,
            unit.closedOn(),
            moved == null ? null : "060/17/PERDA/" + moved.getYear(),
            moved == null ? null : moved.minusDays(40)
        };
    }

    /** Where a unit stood before it was moved; null when it never was. */
    static @Nullable Object @Nullable [] formerPlacement(String agency, Structure.Unit unit) {
        var moved = unit.movedOn();
        var former = unit.formerParent();
        if (moved == null || former == null) {
            return null;
        }
        return new Object[] {
            derived(unit.id(), 1), agency, unit.id(), former.id(), unit.openedOn(), moved.minusDays(1), null, null
        };
    }

    static @Nullable Object[] employee(Person person, FieldCipher cipher, LocalDateTime now) {
        var id = person.id();
        var name = person.name();
        var hidden = person.hidden();
        var current = person.current();
        var unit = current.unit();
        var position = current.position();
        return new Object[] {
            id,
            person.agency(),
            person.identityNumber(),
            person.kind(),
            person.status(),
            name.name(),
            name.frontTitles(),
            name.backTitles(),
            name.birthPlace(),
            name.birthDate(),
            name.sex(),
            name.religion(),
            name.maritalStatus(),
            hidden.email() == null ? null : cipher.sealText("employees.email", id, hidden.email()),
            hidden.officialEmail(),
            cipher.seal("employees.nik", id, hidden.nik()),
            cipher.blindIndex("employees.nik", hidden.nik()),
            cipher.seal("employees.npwp", id, hidden.npwp()),
            cipher.seal("employees.address", id, hidden.address()),
            cipher.seal("employees.phone", id, hidden.phone()),
            person.firstAppointmentOn(),
            person.permanentOn(),
            unit == null ? null : unit.id(),
            unit == null ? null : unit.name(),
            position == null ? null : position.positionId(),
            position == null ? null : position.title(),
            position == null ? null : position.level().name(),
            position == null ? null : position.startsOn(),
            current.leadsUnit(),
            ledUnits(current.ledUnits()),
            current.rank().code(),
            current.rank().order(),
            current.rank().startsOn(),
            current.education().level().name(),
            current.education().field(),
            position == null ? NEVER : current.retirementOn(),
            current.nextChangeOn(),
            LOCAL,
            person.siasnId(),
            now
        };
    }

    /** As the current state has them: sorted hexadecimal ids. */
    private static @Nullable String ledUnits(Set<UUID> units) {
        return units.isEmpty()
                ? null
                : units.stream()
                        .map(unit -> unit.toString().replace("-", ""))
                        .sorted()
                        .collect(Collectors.joining(","));
    }

    static @Nullable Object[] number(String agency, UUID id, Person.Number row) {
        return new Object[] {
            row.id(),
            agency,
            id,
            row.number(),
            row.kind(),
            row.startsOn(),
            row.endsOn(),
            row.decree().number(),
            row.decree().date(),
            LOCAL
        };
    }

    static @Nullable Object[] rank(String agency, UUID id, Person.RankRow row) {
        return new Object[] {
            row.id(),
            agency,
            id,
            row.code(),
            row.order(),
            row.promotionKind(),
            row.startsOn(),
            row.serviceMonths() / 12,
            row.serviceMonths() % 12,
            row.decree().number(),
            row.decree().date(),
            LOCAL
        };
    }

    static @Nullable Object[] held(String agency, UUID id, Person.Posting row) {
        return new Object[] {
            row.id(),
            agency,
            id,
            row.assignment(),
            row.positionId(),
            row.title(),
            row.level().name(),
            row.unitId(),
            row.unitName(),
            row.startsOn(),
            row.endsOn(),
            row.assignment().equals("DEFINITIVE") ? row.startsOn() : null,
            row.decree().number(),
            row.decree().date(),
            row.reason(),
            LOCAL
        };
    }

    static @Nullable Object[] education(String agency, UUID id, Person.Education row) {
        return new Object[] {
            row.id(),
            agency,
            id,
            row.level().name(),
            row.field(),
            row.institution(),
            row.graduatedOn(),
            row.certificateNumber(),
            row.frontTitles(),
            row.backTitles(),
            row.atAppointment(),
            LOCAL
        };
    }

    static @Nullable Object[] training(String agency, UUID id, Person.Training row) {
        return new Object[] {
            row.id(),
            agency,
            id,
            row.form(),
            row.programme(),
            row.name(),
            row.provider(),
            row.certificateNumber(),
            row.startsOn(),
            row.endsOn(),
            row.hours(),
            LOCAL
        };
    }

    static @Nullable Object[] award(String agency, UUID id, Person.Award row) {
        return new Object[] {
            row.id(),
            agency,
            id,
            row.code(),
            row.name(),
            row.grantedOn(),
            row.decree().number(),
            row.decree().date(),
            LOCAL
        };
    }

    static @Nullable Object[] discipline(String agency, UUID id, Person.Discipline row, FieldCipher cipher) {
        return new Object[] {
            row.id(),
            agency,
            id,
            row.level(),
            row.penalty(),
            row.penaltyName(),
            row.startsOn(),
            row.endsOn(),
            cipher.sealText(HistoryObjects.REASON_PLACE, row.id(), row.reason()),
            "PP 94/2021",
            row.decree().number(),
            row.decree().date(),
            LOCAL
        };
    }

    static @Nullable Object[] standing(String agency, UUID id, Person.Standing row) {
        return new Object[] {
            row.id(),
            agency,
            id,
            row.status(),
            row.startsOn(),
            row.endsOn(),
            row.destination(),
            row.decree().number(),
            row.decree().date(),
            LOCAL
        };
    }

    static @Nullable Object[] credit(String agency, UUID id, Person.Credit row) {
        return new Object[] {
            row.id(),
            agency,
            id,
            row.level().name(),
            row.positionTitle(),
            row.basis(),
            row.startsOn(),
            row.endsOn(),
            row.credit(),
            row.decree().number(),
            row.decree().date(),
            LOCAL
        };
    }

    private static UUID derived(UUID id, int number) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ number);
    }
}
