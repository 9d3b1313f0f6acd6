package id.karier.demo.population;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.history.entry.Appointments;
import id.karier.history.entry.HolderLaw;
import id.karier.history.entry.HolderRules;
import id.karier.rules.RuleSets;
import id.karier.rules.Selection;
import id.karier.rules.body.AppointmentBody;
import id.karier.rules.body.AppointmentBody.HolderKind;
import id.karier.rules.body.CreditPointsBody;
import id.karier.rules.body.RankPromotionBody;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.PositionLevel;
import id.karier.rules.terms.Rank;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private static final LocalDate TODAY = Population.REFERENCE;
    private static final Map<String, Population> POPULATIONS = new TreeMap<>();
    private static final List<Person> EVERYBODY = new ArrayList<>();

    @BeforeAll
    static void five_governments() {
        for (var government : Government.ALL) {
            var population = Population.of(government, Population.SEED, 400, TODAY);
            POPULATIONS.put(government.code(), population);
            population.people().forEach(EVERYBODY::add);
        }
    }

    @Test
    void each_government_has_four_hundred_people_in_its_posts() {
        assertThat(EVERYBODY).hasSize(2000);
        for (var population : POPULATIONS.values()) {
            int filled = population.structure().posts().stream()
                    .mapToInt(Structure.Post::filled)
                    .sum();
            assertThat(filled).isEqualTo(388);
            assertThat(population.structure().units()).hasSizeBetween(40, 80);
            assertThat(population.structure().units().stream()
                            .mapToInt(Structure.Unit::depth)
                            .max())
                    .hasValue(3);
            assertThat(population.structure().posts()).anyMatch(p -> p.leadsUnit() && p.filled() == 0);
            assertThat(population.structure().posts())
                    .allMatch(p -> p.filled() <= p.headcount())
                    .extracting(Structure.Post::code)
                    .doesNotHaveDuplicates()
                    .allMatch(code -> code.length() <= 40);
        }
    }

    @Test
    void the_same_seed_makes_the_same_people_and_another_seed_others() {
        var government = Government.called("bengkulu");
        var one = Population.of(government, 7, 300, TODAY).people().toList();
        var two = Population.of(government, 7, 300, TODAY).people().toList();
        var other = Population.of(government, 8, 300, TODAY).people().toList();
        assertThat(one).isEqualTo(two);
        assertThat(one.get(0)).isNotEqualTo(other.get(0));
    }

    @Test
    void no_id_and_no_identity_number_is_given_twice() {
        var ids = new HashSet<UUID>();
        var numbers = new HashSet<String>();
        for (var person : EVERYBODY) {
            assertThat(numbers.add(person.identityNumber())).isTrue();
            Stream.of(
                            Stream.of(person.id()),
                            person.ranks().stream().map(Person.RankRow::id),
                            person.positions().stream().map(Person.Posting::id),
                            person.educations().stream().map(Person.Education::id),
                            person.trainings().stream().map(Person.Training::id),
                            person.credits().stream().map(Person.Credit::id))
                    .flatMap(s -> s)
                    .forEach(id -> assertThat(ids.add(id)).isTrue());
            assertThat(person.id().version()).isEqualTo(7);
            assertThat(person.id().variant()).isEqualTo(2);
        }
        assertThat(EVERYBODY).extracting(p -> p.hidden().nik()).doesNotHaveDuplicates();
    }

    @Test
    void one_story_in_two_agencies_shares_no_id() {
        var story = Government.called("bengkulu");
        var here = Population.of(story, 7, 120, TODAY);
        var there = Population.of(story.as("elsewhere", story.slot()), 7, 120, TODAY);
        assertThat(here.agencyId()).isNotEqualTo(there.agencyId());
        assertThat(here.people().map(Person::id))
                .doesNotContainAnyElementsOf(there.people().map(Person::id).toList());
    }

    @Test
    void a_hundred_thousand_numbers_of_one_agency_differ() {
        var government = Government.called("lampung").as("banyak", 6);
        var numbers = new HashSet<String>();
        Population.of(government, 3, 100_000, TODAY).people().forEach(p -> {
            assertThat(numbers.add(p.identityNumber())).isTrue();
        });
        assertThat(numbers).hasSize(100_000);
    }

    @Test
    void identity_numbers_say_birth_appointment_and_sex() {
        for (var person : EVERYBODY) {
            var number = person.identityNumber();
            assertThat(number).matches("[0-9]{18}");
            var birth = person.name().birthDate();
            assertThat(number.substring(0, 8)).isEqualTo(birth.toString().replace("-", ""));
            var appointed = person.firstAppointmentOn();
            assertThat(number.substring(8, 12)).isEqualTo(String.valueOf(appointed.getYear()));
            var code = person.kind().equals("PPPK") ? "21" : "%02d".formatted(appointed.getMonthValue());
            assertThat(number.substring(12, 14)).isEqualTo(code);
            assertThat(number.charAt(14)).isEqualTo(person.name().sex().equals("M") ? '1' : '2');
            assertThat(number.substring(15)).isGreaterThanOrEqualTo("900");
            int age = Period.between(birth, appointed).getYears();
            assertThat(age).as(number).isBetween(person.kind().equals("PPPK") ? 20 : 18, 57);
        }
    }

    @Test
    void definitive_positions_follow_each_other_without_gap_or_overlap() {
        for (var person : EVERYBODY) {
            var chain = definitive(person);
            assertThat(chain.get(0).startsOn()).isEqualTo(person.firstAppointmentOn());
            for (int i = 1; i < chain.size(); i++) {
                assertThat(chain.get(i - 1).endsOn())
                        .as(person.identityNumber())
                        .isEqualTo(chain.get(i).startsOn().minusDays(1));
                assertThat(chain.get(i).startsOn()).isAfter(chain.get(i - 1).startsOn());
            }
            var last = chain.get(chain.size() - 1);
            if (person.status().equals("RETIRED")) {
                assertThat(last.endsOn())
                        .isEqualTo(person.current().retirementOn().minusDays(1));
                assertThat(person.current().position()).isNull();
            } else {
                assertThat(last.endsOn()).isNull();
                assertThat(last.startsOn()).isBeforeOrEqualTo(TODAY);
                assertThat(person.current().position()).isEqualTo(last);
                assertThat(last.positionId()).isNotNull();
            }
        }
    }

    @Test
    void nobody_holds_a_post_before_its_unit_was_opened() {
        for (var population : POPULATIONS.values()) {
            var opened = population.structure().units().stream()
                    .collect(Collectors.toMap(Structure.Unit::id, Structure.Unit::openedOn));
            var posts = population.structure().posts().stream()
                    .collect(Collectors.toMap(Structure.Post::id, p -> p.unit().id()));
            EVERYBODY.stream()
                    .filter(p -> p.agency().equals(population.government().code()))
                    .flatMap(p -> p.positions().stream())
                    .forEach(row -> {
                        if (row.unitId() != null) {
                            assertThat(opened.get(row.unitId())).isBeforeOrEqualTo(row.startsOn());
                        }
                        if (row.positionId() != null) {
                            assertThat(posts.get(row.positionId())).isEqualTo(row.unitId());
                        }
                    });
        }
    }

    @Test
    void every_filled_post_has_as_many_holders_as_it_says_and_a_head_only_one() {
        var holders = new HashMap<UUID, Integer>();
        EVERYBODY.stream()
                .map(p -> p.current().position())
                .filter(p -> p != null)
                .forEach(p -> holders.merge(p.positionId(), 1, Integer::sum));
        for (var population : POPULATIONS.values()) {
            for (var post : population.structure().posts()) {
                assertThat(holders.getOrDefault(post.id(), 0)).isEqualTo(post.filled());
                assertThat(!post.leadsUnit() || post.filled() <= 1).isTrue();
            }
        }
    }

    /** The register and the imports would take everybody as she is. */
    @Test
    void everybody_holds_her_post_by_the_rules_of_appointment() {
        var rules = RuleSets.national();
        var now = Selection.on(TODAY);
        var body = rules.find(AppointmentBody.class, now).orElseThrow().body();
        var law = new HolderLaw(
                body,
                Objects.requireNonNull(body.holders()),
                rules.find(RankPromotionBody.class, now).orElseThrow().body(),
                rules.find(CreditPointsBody.class, now).orElseThrow().body());
        var posts = new HashMap<UUID, Structure.Post>();
        POPULATIONS.values().forEach(p -> p.structure().posts().forEach(post -> posts.put(post.id(), post)));
        var holders = new HashMap<UUID, List<HolderRules.Holder>>();
        for (var person : EVERYBODY) {
            for (var row : person.positions()) {
                if (row.positionId() != null && row.assignment().equals("DEFINITIVE")) {
                    holders.computeIfAbsent(row.positionId(), post -> new ArrayList<>())
                            .add(new HolderRules.Holder(
                                    person.id(),
                                    person.identityNumber(),
                                    new HolderRules.Days(row.startsOn(), row.endsOn())));
                }
            }
        }
        for (var person : EVERYBODY) {
            for (var row : person.positions()) {
                var post = row.positionId() == null ? null : posts.get(row.positionId());
                if (post == null || (row.endsOn() != null && row.endsOn().isBefore(TODAY))) {
                    continue;
                }
                assertThat(person.status()).as(row.title() + " lasts today").isNotEqualTo("RETIRED");
                var others = holders.getOrDefault(post.id(), List.of()).stream()
                        .filter(holder -> !holder.person().equals(person.id()))
                        .toList();
                var objections = HolderRules.check(
                        new HolderRules.Candidate(
                                person.id(),
                                HolderKind.valueOf(person.kind()),
                                Appointments.rank(person.current().rank().code())),
                        new HolderRules.Post(post.name(), post.level(), post.leadsUnit(), post.headcount()),
                        new HolderRules.Days(row.startsOn(), row.endsOn()),
                        row.assignment().equals("DEFINITIVE"),
                        law,
                        others,
                        post.leadsUnit() ? others : List.of(),
                        TODAY,
                        TODAY);
                assertThat(objections.stream()
                                .filter(objection -> objection.isForbidden() || row.reason() == null)
                                .map(objection -> objection.error().code())
                                .toList())
                        .as(person.identityNumber() + " " + row.title())
                        .isEmpty();
            }
        }
    }

    @Test
    void vacant_heads_are_stood_in_for() {
        long acting = EVERYBODY.stream()
                .flatMap(p -> p.positions().stream())
                .filter(p -> p.assignment().equals("PLT") && p.endsOn().isAfter(TODAY))
                .count();
        long vacant = POPULATIONS.values().stream()
                .flatMap(p -> p.structure().posts().stream())
                .filter(p -> p.leadsUnit() && p.filled() == 0 && p.unit().closedOn() == null)
                .count();
        assertThat(vacant).isGreaterThanOrEqualTo(12);
        assertThat(acting).isBetween(vacant - 3, vacant);
        assertThat(EVERYBODY)
                .anyMatch(
                        p -> p.positions().stream().anyMatch(r -> r.assignment().equals("PLH")));
    }

    @Test
    void ranks_rise_and_wait_as_the_law_says() {
        for (var person : permanent()) {
            var ranks = person.ranks();
            for (int i = 1; i < ranks.size(); i++) {
                var before = ranks.get(i - 1);
                var row = ranks.get(i);
                assertThat(row.order()).isGreaterThan(before.order());
                int months = Course.month(row.startsOn()) - Course.month(before.startsOn());
                int least = switch (row.promotionKind()) {
                    case Course.REGULAR -> 48;
                    case Course.STRUCTURAL -> 12;
                    default -> 24;
                };
                assertThat(months).as(person.identityNumber()).isGreaterThanOrEqualTo(least);
                assertThat(CareerLaw.isPeriod(
                                row.startsOn().getYear(), row.startsOn().getMonthValue()))
                        .isTrue();
                boolean regular = row.promotionKind().equals(Course.REGULAR);
                if (regular) {
                    var ceiling = CareerLaw.ceiling(education(person, row.startsOn()), isDoctor(person));
                    assertThat(row.order()).as(person.identityNumber()).isLessThanOrEqualTo(ceiling.ordinal() + 1);
                }
            }
        }
    }

    @Test
    void everybody_has_a_rank_that_goes_with_the_post() {
        var tooLow = permanent().stream()
                .filter(p -> p.current().position() != null)
                .filter(p -> {
                    var rank = Rank.values()[p.current().rank().order() - 1];
                    var level = p.current().position().level();
                    return rank.stepsTo(CareerLaw.lowest(level)) > 1
                            || (level != PositionLevel.PELAKSANA && rank.isAbove(CareerLaw.highest(level)));
                })
                .toList();
        assertThat(tooLow).isEmpty();
    }

    @Test
    void leaders_have_the_education_that_their_level_asks_for() {
        for (var person : EVERYBODY) {
            var position = person.current().position();
            if (position != null && CareerLaw.isLeading(position.level())) {
                var least = position.level() == PositionLevel.PENGAWAS ? EducationLevel.D3 : EducationLevel.D4;
                assertThat(person.current().education().level()).isGreaterThanOrEqualTo(least);
            }
        }
    }

    @Test
    void somebody_retires_in_every_coming_year_and_nobody_should_have_retired_before() {
        var years = new TreeSet<Integer>();
        for (var person : EVERYBODY) {
            var on = person.current().retirementOn();
            assertThat(on.getDayOfMonth()).isEqualTo(1);
            if (person.status().equals("RETIRED")) {
                assertThat(on).isBeforeOrEqualTo(TODAY);
            } else {
                assertThat(on).as(person.identityNumber()).isAfter(TODAY);
                years.add(on.getYear());
            }
        }
        for (int year = 2026; year <= 2060; year++) {
            assertThat(years).contains(year);
        }
    }

    @Test
    void histories_hold_together() {
        for (var person : EVERYBODY) {
            var appointed = person.firstAppointmentOn();
            assertThat(appointed.getDayOfMonth()).isEqualTo(1);
            assertThat(person.ranks().get(0).startsOn()).isEqualTo(appointed);
            assertThat(person.ranks()).extracting(Person.RankRow::startsOn).doesNotHaveDuplicates();
            assertThat(person.educations())
                    .filteredOn(Person.Education::atAppointment)
                    .singleElement()
                    .satisfies(e -> assertThat(e.graduatedOn()).isBefore(appointed));
            assertThat(person.educations())
                    .isSortedAccordingTo(Comparator.comparing(Person.Education::graduatedOn))
                    .allSatisfy(e -> assertThat(e.graduatedOn())
                            .isAfter(person.name().birthDate().plusYears(11)));
            assertThat(person.trainings())
                    .allSatisfy(t -> assertThat(t.endsOn()).isBetween(t.startsOn(), TODAY))
                    .allSatisfy(t -> assertThat(t.startsOn()).isAfter(appointed));
            assertThat(person.awards())
                    .allSatisfy(a -> assertThat(a.grantedOn()).isAfterOrEqualTo(appointed.plusYears(10)));
            assertThat(person.credits()).allSatisfy(c -> assertThat(c.credit()).isPositive());
            for (var discipline : person.disciplines()) {
                if (!discipline.level().equals("RINGAN")) {
                    assertThat(person.ranks())
                            .noneMatch(r -> !r.startsOn().isBefore(discipline.startsOn())
                                    && !r.startsOn().isAfter(discipline.endsOn()));
                }
            }
            if (person.permanentOn() != null) {
                assertThat(person.permanentOn()).isBetween(appointed.plusYears(1), appointed.plusYears(2));
            }
        }
    }

    @Test
    void contract_people_have_grades_no_awards_and_at_most_24_hours_a_year() {
        var contract = EVERYBODY.stream().filter(p -> p.kind().equals("PPPK")).toList();
        assertThat(contract).hasSizeBetween(120, 400);
        for (var person : contract) {
            assertThat(person.ranks())
                    .singleElement()
                    .extracting(Person.RankRow::code)
                    .asString()
                    .matches("[IVX]+");
            assertThat(person.permanentOn()).isNull();
            assertThat(person.trainings()).noneMatch(t -> t.form().equals("KL_STRUKTURAL"));
            var hours = new HashMap<Integer, Integer>();
            person.trainings().stream()
                    .filter(t -> !t.form().equals("KL_FUNGSIONAL"))
                    .forEach(t -> hours.merge(t.startsOn().getYear(), t.hours().intValue(), Integer::sum));
            assertThat(hours.values()).allMatch(h -> h <= 24);
        }
    }

    @Test
    void there_is_some_of_everything() {
        assertThat(EVERYBODY).extracting(Person::kind).contains("PNS", "CPNS", "PPPK");
        assertThat(EVERYBODY).extracting(Person::status).contains("ACTIVE", "RETIRED", "STUDY_ASSIGNMENT");
        assertThat(EVERYBODY.stream().flatMap(p -> p.disciplines().stream())).hasSizeBetween(10, 90);
        assertThat(EVERYBODY.stream().flatMap(p -> p.awards().stream()).map(Person.Award::code))
                .contains("201", "202", "203");
        assertThat(EVERYBODY.stream().flatMap(p -> p.ranks().stream()).map(Person.RankRow::promotionKind))
                .contains(Course.REGULAR, Course.STRUCTURAL, Course.FUNCTIONAL, Course.DIPLOMA);
        assertThat(EVERYBODY.stream().map(p -> p.current().position()).filter(p -> p != null))
                .extracting(Person.Posting::level)
                .contains(
                        PositionLevel.JPT_MADYA,
                        PositionLevel.JPT_PRATAMA,
                        PositionLevel.ADMINISTRATOR,
                        PositionLevel.PENGAWAS,
                        PositionLevel.PELAKSANA,
                        PositionLevel.JF_AHLI_MADYA,
                        PositionLevel.JF_AHLI_MUDA,
                        PositionLevel.JF_AHLI_PERTAMA,
                        PositionLevel.JF_PENYELIA,
                        PositionLevel.JF_MAHIR,
                        PositionLevel.JF_TERAMPIL);
        assertThat(EVERYBODY).anyMatch(p -> p.current().nextChangeOn() != null);
        assertThat(EVERYBODY)
                .allMatch(p -> p.current().nextChangeOn() == null
                        || p.current().nextChangeOn().isAfter(TODAY));
    }

    @Test
    void every_agency_has_one_fitting_person_for_every_sign_in() {
        for (var code : POPULATIONS.keySet()) {
            var people = EVERYBODY.stream()
                    .filter(p -> p.agency().equals(code) && p.signIn() != null)
                    .collect(Collectors.toMap(Person::signIn, p -> p));
            assertThat(people.keySet())
                    .as(code)
                    .containsExactlyInAnyOrder(
                            "asn", "atasan", "pelatihan", "sdm", "pimpinan", "admin", "asesor", "auditor");
            assertThat(people.get("atasan").current().leadsUnit()).isTrue();
            assertThat(people.get("asn").current().unit())
                    .isEqualTo(people.get("atasan").current().unit());
            assertThat(people.values())
                    .allMatch(p -> p.kind().equals("PNS") || p.kind().equals("CPNS"));
        }
    }

    private static List<Person> permanent() {
        return EVERYBODY.stream().filter(p -> !p.kind().equals("PPPK")).toList();
    }

    private static List<Person.Posting> definitive(Person person) {
        return person.positions().stream()
                .filter(p -> p.assignment().equals("DEFINITIVE"))
                .toList();
    }

    private static EducationLevel education(Person person, LocalDate day) {
        return person.educations().stream()
                .filter(e -> e.graduatedOn().isBefore(day))
                .map(Person.Education::level)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static boolean isDoctor(Person person) {
        return person.educations().stream()
                .anyMatch(e -> e.field().equals("Kedokteran") || e.field().equals("Farmasi"));
    }
}
