package id.karier.integration.siasn;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.employee.EmployeeKind;
import id.karier.employee.EmployeeStatus;
import id.karier.employee.Sex;
import id.karier.integration.siasn.ProfileRow.Facts;
import id.karier.integration.siasn.ProfileRow.Held;
import id.karier.integration.siasn.ProfileRow.Named;
import id.karier.integration.siasn.ProfileRow.Ranked;
import id.karier.rules.terms.PositionLevel;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written into a cell is read back as it was. */
class ProfileRowTest {
    private static final LocalDate DAY = LocalDate.of(2015, 3, 1);
    private static final List<String> RELIGIONS =
            List.of("ISLAM", "PROTESTANT", "CATHOLIC", "HINDU", "BUDDHIST", "CONFUCIAN", "BELIEF");

    private static Facts facts(String name, EmployeeStatus status, EmployeeKind kind, String religion, Held held) {
        return new Facts(
                null,
                "199001012015031001",
                name,
                null,
                null,
                null,
                LocalDate.of(1990, 1, 1),
                Sex.M,
                religion,
                "DIVORCED",
                null,
                status,
                kind,
                DAY,
                null,
                new Ranked("III/a", DAY, "SK/1", DAY),
                new Ranked("III/b", DAY.plusYears(4), null, null),
                held,
                null);
    }

    private static Facts facts(String name) {
        return facts(name, EmployeeStatus.ACTIVE, EmployeeKind.PNS, "ISLAM", null);
    }

    private static Cells read(Facts facts) {
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < ProfileRow.COLUMNS.size(); i++) {
            places.put(Cells.plain(ProfileRow.COLUMNS.get(i)), i);
        }
        var cells = ProfileRow.of(facts);
        assertThat(cells).hasSameSizeAs(ProfileRow.COLUMNS);
        return new Cells(
                places,
                ProfileRow.COLUMNS,
                place -> cells.get(place) == null ? null : String.valueOf(cells.get(place)),
                SiasnWords.shipped(),
                true);
    }

    @Test
    void every_column_is_one_that_imports_know() {
        assertThat(ProfileFile.faults(ProfileRow.COLUMNS)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(EmployeeStatus.class)
    void a_status_comes_back(EmployeeStatus status) {
        assertThat(read(facts("Sari", status, EmployeeKind.PNS, null, null)).code("statuses", "kedudukanhukumnama"))
                .isEqualTo(status.name());
    }

    @ParameterizedTest
    @EnumSource(EmployeeKind.class)
    void a_kind_comes_back(EmployeeKind kind) {
        assertThat(read(facts("Sari", EmployeeStatus.ACTIVE, kind, null, null)).code("kinds", "statuscpnspns"))
                .isEqualTo(kind.name());
    }

    @Test
    void a_religion_comes_back_and_one_of_no_list_is_left_out() {
        for (var religion : RELIGIONS) {
            assertThat(read(facts("Sari", EmployeeStatus.ACTIVE, EmployeeKind.PNS, religion, null))
                            .code("religions", "agamanama"))
                    .isEqualTo(religion);
        }
        assertThat(read(facts("Sari", EmployeeStatus.ACTIVE, EmployeeKind.PNS, "Islam", null))
                        .has("agamanama"))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(PositionLevel.class)
    void a_level_comes_back_whatever_the_title(PositionLevel level) {
        for (var title : List.of("Dosen", "Kepala Bidang Aplikasi", "Pranata Komputer Ahli Muda", "Pengawas")) {
            var held = new Held(new Named(null, title), level, DAY, null);
            var cells = read(facts("Sari", EmployeeStatus.ACTIVE, EmployeeKind.PNS, null, held));
            assertThat(SiasnWords.shipped()
                            .level(
                                    cells.text(10, "jenisjabatanid"),
                                    cells.text(200, "jabatannama"),
                                    cells.text(20, "eselonid"),
                                    null,
                                    "PROVINCE"))
                    .as(title)
                    .isEqualTo(level);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=SUM(A1)",
                "'=SUM(A1)",
                "''=x",
                "+62",
                "-",
                "-x",
                "@x",
                "'Aini",
                "Nur'aini",
                "Su",
                "\uff1dx",
                "'\uff1dx",
                "Dr. =x",
                "\"Petik\"",
                "A;B,C|D"
            })
    void a_text_comes_back(String text) {
        var expected = SiasnWords.shipped().isEmpty(text) ? null : text;
        assertThat(read(facts(text)).text(100, "nama")).isEqualTo(expected);
    }

    @Test
    void the_first_rank_brings_its_decree_unless_it_is_the_only_one() {
        var cells = read(facts("Sari"));
        assertThat(cells.text(20, "golawalnama")).isEqualTo("III/a");
        assertThat(cells.text(100, "nomorskcpns")).isEqualTo("SK/1");
        assertThat(Map.of("tmt", String.valueOf(cells.date("tmtgolongan")))).containsEntry("tmt", "2019-03-01");
    }
}
