package id.karier.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.karier.kernel.Caller;
import id.karier.kernel.ProblemException;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import id.karier.organisation.reference.ReferenceLists;
import id.karier.rules.terms.PositionLevel;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the published read ports answer to other slices. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DirectoriesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    @Inject
    Caller caller;

    @Inject
    AgencyDirectory agencies;

    @Inject
    UnitDirectory units;

    @Inject
    PositionDirectory positions;

    @Inject
    ReferenceLists references;

    @Inject
    AgencySql sql;

    private final TestAgency agency = TestAgency.called("directories");

    @Test
    void an_agency_is_known_by_code_and_id_and_has_its_own_day() {
        TestAgency.sql("update agencies set time_zone = 'Asia/Jayapura' where code = '" + agency.code + "'");

        assertThat(agencies.code(agency.id)).contains(agency.code);
        assertThat(agencies.find(agency.code)).hasValueSatisfying(found -> {
            assertThat(found.id()).isEqualTo(agency.id);
            assertThat(found.kind()).isEqualTo("REGENCY");
        });
        assertThat(agencies.zone(agency.code)).isEqualTo(ZoneId.of("Asia/Jayapura"));
        assertThat(agencies.today(agency.code)).isNotNull();
        assertThat(agencies.name(agency.code)).isEqualTo("Pemerintah " + agency.code);
        assertThat(agencies.codes()).contains(agency.code);
    }

    @Test
    void an_agency_that_is_not_on_record_lives_by_the_time_of_the_capital() {
        assertThat(agencies.find("nirgendwo")).isEmpty();
        assertThat(agencies.code(UUID.randomUUID())).isEmpty();
        assertThat(agencies.zone("nirgendwo")).isEqualTo(ZoneId.of("Asia/Jakarta"));
        assertThat(agencies.name("nirgendwo")).isEqualTo("nirgendwo");
    }

    @Test
    @ActivateRequestContext
    void units_and_positions_are_seen_by_their_own_agency_only() {
        var tree = Tree.in(agency);
        caller.actForJob(agency.code, UUID.randomUUID(), "test");

        assertThat(units.find(tree.section))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("Seksi Tata Kelola"));
        assertThat(units.findByCode("D.01.02")).map(UnitDirectory.Facts::id).contains(tree.section);
        assertThat(units.path(tree.section))
                .extracting(UnitDirectory.Facts::id)
                .containsExactly(tree.top, tree.field, tree.section);
        assertThat(units.isUnder(tree.section, tree.top)).isTrue();
        assertThat(units.isUnder(tree.top, tree.section)).isFalse();
        assertThat(positions.find(tree.head)).hasValueSatisfying(found -> {
            assertThat(found.level()).isEqualTo(PositionLevel.PENGAWAS);
            assertThat(found.unitName()).isEqualTo("Seksi Tata Kelola");
        });
        assertThat(positions.hold(tree.head, "/positionId").leadsUnit()).isTrue();

        var other = Tree.in(TestAgency.called("directories"));
        assertThat(units.exists(other.top)).isFalse();
        assertThatThrownBy(() -> units.hold(other.top, "/unitId")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> positions.hold(other.head, "/positionId")).isInstanceOf(ProblemException.class);
    }

    @Test
    @ActivateRequestContext
    void a_person_leads_the_units_whose_leading_position_she_holds_that_day() {
        var tree = Tree.in(agency);
        var employee = tree.holder("198001012005011001", DAY, DAY.plusDays(9));
        caller.actForJob(agency.code, UUID.randomUUID(), "test");

        assertThat(units.ledBy(employee, DAY.minusDays(1))).isEmpty();
        assertThat(units.ledBy(employee, DAY)).containsExactly(tree.section);
        assertThat(units.ledBy(employee, DAY.plusDays(9))).containsExactly(tree.section);
        assertThat(units.ledBy(employee, DAY.plusDays(10))).isEmpty();
    }

    @Test
    @ActivateRequestContext
    void sql_of_any_slice_narrows_to_a_subtree() {
        var tree = Tree.in(agency);
        caller.actForJob(agency.code, UUID.randomUUID(), "test");

        var positions = SqlText.ofAgency("select p.id from positions p where p.agency = :agency and "
                + UnitDirectory.under("p.unit_id", ":unit"));
        var found = sql.rows(positions, Map.of("unit", tree.top), Row::id);

        assertThat(found).containsExactly(tree.head);
    }

    @Test
    void ranks_have_an_order_within_their_scale() {
        assertThat(references.rankOrder("III/c")).contains(11);
        assertThat(references.rankOrder("IX")).contains(9);
        assertThat(references.rankOrder("V/a")).isEmpty();
    }
}
