package id.karier.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.demo.population.Government;
import id.karier.demo.population.Person;
import id.karier.demo.population.Population;
import id.karier.demo.population.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** With {@code -Dkarier.samples=write} the sample is written anew. */
class ProfileCsvTest {
    private static final Path SAMPLE = Path.of("src/test/resources/samples/profil-pegawai-2000.csv");
    private static final long SEED = 2000;
    private static final int PEOPLE = 2000;

    @Test
    void the_committed_sample_is_what_the_generator_writes() throws IOException {
        var text = new StringBuilder();
        ProfileCsv.write(text, SEED, PEOPLE);
        if ("write".equals(System.getProperty("karier.samples"))) {
            Files.createDirectories(SAMPLE.getParent());
            Files.writeString(SAMPLE, text);
        }
        assertThat(Files.readString(SAMPLE)).isEqualTo(text.toString());
    }

    @Test
    void every_line_has_every_column_of_the_header() throws IOException {
        var lines = lines();
        assertThat(lines).hasSize(PEOPLE + 1);
        assertThat(lines.get(0)).hasSize(67).startsWith("pns_id", "nip_baru").endsWith("nama_sekolah", "flag_ikd");
        assertThat(lines).allMatch(line -> line.size() == 67);
    }

    @Test
    void the_people_are_new_and_their_units_and_positions_are_the_demo_s() throws IOException {
        var demo = Population.of(Government.called("lampung"), Population.SEED, 400, Population.REFERENCE);
        var known = demo.people().map(Person::identityNumber).collect(Collectors.toSet());
        var units = demo.structure().units().stream()
                .collect(Collectors.toMap(Structure.Unit::siasnId, Structure.Unit::name));
        var posts = new HashMap<String, Structure.Post>();
        demo.structure().posts().forEach(p -> posts.put(p.siasnId(), p));
        var rows = lines();
        var header = rows.get(0);
        var numbers = new ArrayList<String>();
        for (var row : rows.subList(1, rows.size())) {
            numbers.add(row.get(header.indexOf("nip_baru")));
            var unit = row.get(header.indexOf("unor_id"));
            assertThat(units.get(unit)).isEqualTo(row.get(header.indexOf("unor_nama")));
            var post = posts.get(row.get(header.indexOf("jabatan_id")));
            assertThat(post.name()).isEqualTo(row.get(header.indexOf("jabatan_nama")));
            assertThat(post.unit().siasnId()).isEqualTo(unit);
            assertThat(row.get(header.indexOf("tanggal_lahir"))).matches("[0-3][0-9]-[01][0-9]-(19|20)[0-9]{2}");
            assertThat(row.get(header.indexOf("tmt_jabatan"))).matches("[0-3][0-9]-[01][0-9]-(19|20)[0-9]{2}");
        }
        assertThat(numbers).doesNotHaveDuplicates().noneMatch(known::contains).allMatch(n -> n.matches("[0-9]{18}"));
    }

    private static List<List<String>> lines() throws IOException {
        var lines = new ArrayList<List<String>>();
        for (var line : Files.readAllLines(SAMPLE)) {
            lines.add(cells(line));
        }
        return lines;
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
