package id.karier.integration.bulk;

import id.karier.integration.bulk.load.Tally;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of an import, in numbers. */
@Schema(name = "JobOutcome", description = "Hasil pekerjaan dalam angka.")
record ImportOutcome(
        @Schema(description = "Baris yang dibuat.", examples = "1840")
        long created,

        @Schema(description = "Baris yang diubah.", examples = "120")
        long updated,

        @Schema(description = "Baris yang sudah sama.", examples = "38")
        long unchanged,

        @Schema(description = "Baris yang ditolak.", examples = "2")
        long failed,

        @Schema(
                description = "Angka lain menurut jenis pekerjaan.",
                examples = "{\"unitsCreated\": 12, \"warnings\": 3}")
        Map<String, Object> details) {
    private static final String PEOPLE = "peopleCreated";
    private static final String UNITS = "unitsCreated";
    private static final String POSITIONS = "positionsCreated";

    ImportOutcome {
        details = Map.copyOf(details);
    }

    /** @param found numbers of what was found beside problems, by their names */
    static ImportOutcome of(Tally tally, Map<String, Long> found) {
        var details = new HashMap<String, Object>(found);
        details.put(PEOPLE, tally.peopleCreated());
        details.put(UNITS, tally.unitsCreated());
        details.put(POSITIONS, tally.positionsCreated());
        return new ImportOutcome(tally.created(), tally.updated(), tally.unchanged(), tally.failed(), details);
    }

    /** What an interrupted import had reached; nothing at its beginning. */
    static Tally tally(@Nullable ImportOutcome soFar) {
        return soFar == null
                ? Tally.NOTHING
                : new Tally(
                        soFar.created,
                        soFar.updated,
                        soFar.unchanged,
                        soFar.failed,
                        soFar.detail(PEOPLE),
                        soFar.detail(UNITS),
                        soFar.detail(POSITIONS));
    }

    /** A number of the details; 0 where it is not said. */
    long detail(String name) {
        return details.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
