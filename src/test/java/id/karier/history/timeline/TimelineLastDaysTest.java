package id.karier.history.timeline;

import static id.karier.history.Office.below;
import static id.karier.history.Office.holding;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A placement lasts through its last day, at every level of a unit's path: the day before, the last day, the day after. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TimelineLastDaysTest {
    private static final String DEPARTMENT = "Dinas Komunikasi dan Informatika";
    private static final String DIVISION = "Bidang Aplikasi Informatika";
    private static final String OTHER_DIVISION = "Bidang Statistik";

    private Office office;
    private UUID person;

    @BeforeEach
    void a_career() {
        office = Office.called("lastday");
        person = office.person();
        office.add(person, "positions", holding(office.analyst, "2010-01-01", ""));
    }

    private List<String> path(String day) {
        return office.agency
                .as(Role.SDM)
                .queryParam("asOf", day)
                .get(below(person, "timeline"))
                .then()
                .statusCode(200)
                .extract()
                .path("position.unitPath.name");
    }

    private void end(UUID unit, String day) {
        TestAgency.sql("update unit_placements set ends_on = '" + day + "' where unit_id = x'" + TestAgency.hex(unit)
                + "' and ends_on is null");
    }

    @ParameterizedTest
    @CsvSource({"2015-12-30, false", "2015-12-31, false", "2016-01-01, true"})
    void the_unit_s_own_placement(String day, boolean moved) {
        end(office.division, "2015-12-31");
        office.place(office.division, office.otherDivision, "2016-01-01", null);
        assertThat(path(day))
                .isEqualTo(moved ? List.of(DEPARTMENT, OTHER_DIVISION, DIVISION) : List.of(DEPARTMENT, DIVISION));
    }

    @ParameterizedTest
    @CsvSource({"2015-12-30, false", "2015-12-31, false", "2016-01-01, true"})
    void the_placement_of_the_unit_above(String day, boolean moved) {
        end(office.department, "2015-12-31");
        office.place(office.department, office.otherDivision, "2016-01-01", null);
        end(office.otherDivision, "2009-12-31");
        office.place(office.otherDivision, null, "2010-01-01", null);
        assertThat(path(day))
                .isEqualTo(moved ? List.of(OTHER_DIVISION, DEPARTMENT, DIVISION) : List.of(DEPARTMENT, DIVISION));
    }

    /** The day after the last placement above, nothing is above any more; the unit's own path does not vanish. */
    @ParameterizedTest
    @CsvSource({"2015-12-30, true", "2015-12-31, true", "2016-01-01, false"})
    void the_placement_two_above(String day, boolean placed) {
        end(office.division, "2009-12-31");
        office.place(office.division, office.otherDivision, "2010-01-01", null);
        end(office.otherDivision, "2009-12-31");
        office.place(office.otherDivision, office.department, "2010-01-01", "2015-12-31");
        assertThat(path(day))
                .isEqualTo(placed ? List.of(DEPARTMENT, OTHER_DIVISION, DIVISION) : List.of(OTHER_DIVISION, DIVISION));
    }

    @Test
    void the_path_of_another_agency_s_placement_is_not_followed() {
        end(office.department, "2009-12-31");
        var other = Office.called("lastday-other");
        TestAgency.sql(
                "insert into unit_placements (id, agency, unit_id, parent_id, starts_on) values (x'%s', '%s', x'%s', x'%s', '2010-01-01')"
                        .formatted(
                                TestAgency.hex(UUID.randomUUID()),
                                other.agency.code,
                                TestAgency.hex(office.department),
                                TestAgency.hex(office.otherDivision)));
        assertThat(path("2016-01-01")).containsExactly(DEPARTMENT, DIVISION);
    }
}
