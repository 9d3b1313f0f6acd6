package id.karier.integration.bulk;

import id.karier.integration.bulk.FindingQueries.RefusedRow;
import id.karier.integration.bulk.FindingQueries.RowFault;
import id.karier.integration.bulk.FindingQueries.WarningRow;
import id.karier.integration.bulk.format.Rows.Cells;
import id.karier.integration.bulk.load.LoadContext;
import id.karier.integration.bulk.load.PlaceNote;
import id.karier.integration.bulk.load.PlaceNotes;
import id.karier.jobs.RunningJob;
import id.karier.kernel.PlainText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What an import finds, until it is written with the next checkpoint or the end: warnings, places, and the rows that it
 * refuses. What is held is bounded, whatever the size of the file.
 */
final class ImportFindings implements LoadContext {
    private static final int LONGEST_VALUE = 199;
    private static final String WARNINGS = "warnings";
    private static final String REPORT_ROWS = "reportRows";
    private static final Map<PlaceNote.PlaceKind, String> MADE = Map.of(PlaceNote.PlaceKind.HEAD, "headsChanged");
    private static final Map<PlaceNote.PlaceKind, String> MISSING =
            Map.of(PlaceNote.PlaceKind.UNIT, "unitsMissing", PlaceNote.PlaceKind.POSITION, "positionsMissing");

    private final RunningJob<ImportSettings, ImportOutcome> job;
    private final FindingQueries queries;
    private final ImportConfig config;
    private final List<WarningRow> warnings = new ArrayList<>();
    private final Map<Long, List<RowFault>> faults = new LinkedHashMap<>();
    private final Map<Long, RefusedRow> rows = new TreeMap<>();
    private final List<PlaceNote> places = new ArrayList<>();
    private final Map<UUID, Integer> people = new HashMap<>();
    private Counts counts;
    private Counts stored;

    /** @param soFar what the last checkpoint has stored; null at the beginning */
    ImportFindings(
            RunningJob<ImportSettings, ImportOutcome> job,
            FindingQueries queries,
            ImportConfig config,
            @Nullable ImportOutcome soFar) {
        this.job = job;
        this.queries = queries;
        this.config = config;
        this.stored = soFar == null ? new Counts() : new Counts(soFar);
        this.counts = new Counts(stored);
    }

    /** How much was found. */
    private static final class Counts {
        private long warnings;
        private long rows;
        private long chars;
        private long places;
        private final Map<PlaceNote.PlaceKind, Long> missing = new EnumMap<>(PlaceNote.PlaceKind.class);
        private final Map<PlaceNote.PlaceKind, Long> made = new EnumMap<>(PlaceNote.PlaceKind.class);

        Counts() {}

        Counts(ImportOutcome soFar) {
            warnings = soFar.detail(WARNINGS);
            rows = soFar.detail(REPORT_ROWS);
            places = soFar.detail("places");
            MISSING.forEach((what, name) -> missing.put(what, soFar.detail(name)));
            MADE.forEach((what, name) -> made.put(what, soFar.detail(name)));
        }

        Counts(Counts other) {
            warnings = other.warnings;
            rows = other.rows;
            chars = other.chars;
            places = other.places;
            missing.putAll(other.missing);
            made.putAll(other.made);
        }
    }

    /** Forgets what came since the last checkpoint: the work after it runs again. */
    void restart() {
        job.restart();
        counts = new Counts(stored);
        forget();
    }

    private void forget() {
        warnings.clear();
        faults.clear();
        rows.clear();
        places.clear();
        people.clear();
    }

    @Override
    public UUID id() {
        return job.id();
    }

    @Override
    public String agency() {
        return job.agency();
    }

    @Override
    public UUID orderedBy() {
        return job.orderedBy();
    }

    @Override
    public void problem(long line, @Nullable String column, @Nullable String value, String code, Object... figures) {
        job.problem(line, column, value, code, figures);
        if (faults.containsKey(line) || counts.rows + faults.size() < config.reportRows()) {
            faults.computeIfAbsent(line, of -> new ArrayList<>()).add(new RowFault(column, code, texts(figures)));
        }
    }

    @Override
    public long problems() {
        return job.problems();
    }

    @Override
    public void warning(long line, @Nullable String column, @Nullable String value, String code, Object... figures) {
        counts.warnings++;
        if (counts.warnings <= config.warnings()) {
            var text = value == null ? null : PlainText.shortened(value, LONGEST_VALUE);
            warnings.add(
                    new WarningRow((int) counts.warnings, line, column, text, code, queries.write(texts(figures))));
        }
    }

    private static List<String> texts(Object... figures) {
        return Arrays.stream(figures).map(String::valueOf).toList();
    }

    /** After a batch: its places, and of the rows that were refused what stands in them. */
    void take(PlaceNotes.Taken taken, LongFunction<@Nullable Cells> cells) {
        for (var note : taken.fresh()) {
            var of = note.ordered() ? counts.made : counts.missing;
            of.merge(note.what(), 1L, Long::sum);
        }
        counts.places += taken.fresh().size();
        places.addAll(taken.fresh());
        taken.people().forEach((object, more) -> people.merge(object, more, Integer::sum));
        faults.forEach((line, found) -> {
            var row = cells.apply(line);
            if (row != null && counts.chars + row.length() <= config.reportChars()) {
                counts.chars += row.length();
                counts.rows++;
                rows.put(line, new RefusedRow(row.names(), row.texts(), found));
            }
        });
        faults.clear();
    }

    /** In the running transaction: writes what was found, which is forgotten when it is {@link #committed}. */
    void write(LocalDate today) {
        queries.insertWarnings(job.id(), warnings);
        queries.insertPlaces(job.id(), places, (int) counts.places - places.size() + 1, people);
        var more = new HashMap<>(people);
        places.forEach(note -> more.remove(note.object()));
        queries.addPeople(job.id(), more);
        queries.insertRows(job.id(), rows, today);
    }

    void committed() {
        stored = new Counts(counts);
        forget();
    }

    /** For the outcome, by the names of its details. */
    Map<String, Long> counts() {
        var told = new HashMap<String, Long>();
        told.put(WARNINGS, counts.warnings);
        told.put(REPORT_ROWS, counts.rows);
        told.put("places", counts.places);
        MISSING.forEach((what, name) -> told.put(name, counts.missing.getOrDefault(what, 0L)));
        MADE.forEach((what, name) -> told.put(name, counts.made.getOrDefault(what, 0L)));
        return told;
    }
}
