package id.karier.integration.bulk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code karier.imports.*}: how much is taken at once. */
@ConfigMapping(prefix = "karier.imports")
public interface ImportConfig {
    /** Bytes of a file; larger ones are answered with 413. */
    @WithDefault("512000000")
    long maxBytes();

    /** Bytes of a spreadsheet, which are about a tenth of its CSV. */
    @WithDefault("64000000")
    long sheetBytes();

    /** Bytes of a spreadsheet's texts, unpacked: they are held in memory while it is received. */
    @WithDefault("32000000")
    long sheetTexts();

    /** Columns of a spreadsheet. */
    @WithDefault("500")
    int sheetColumns();

    /** How many times larger than itself a spreadsheet's CSV may become; what is below 4 MB may always. */
    @WithDefault("40")
    int sheetGrowth();

    /** Imports of one agency that wait their turn; a further one is answered with 429. */
    @WithDefault("20")
    int queued();

    /** Bytes of one JSON document, or of one line of NDJSON: it is held in memory. */
    @WithDefault("16000000")
    int documentBytes();

    /** Warnings of an import that are kept; all are counted. */
    @WithDefault("1000")
    int warnings();

    /** Rows that were refused and are kept for the report. */
    @WithDefault("5000")
    int reportRows();

    /** Characters of all rows that are kept for the report: they wait in memory for the end of a batch or import. */
    @WithDefault("8000000")
    long reportChars();

    /** Days for which rows are kept for the report. */
    @WithDefault("30")
    int reportDays();

    /** People of a batch. */
    @WithDefault("500")
    int batch();

    /** How long an import of all or nothing may hold its transaction. */
    @WithDefault("2H")
    Duration patience();
}
