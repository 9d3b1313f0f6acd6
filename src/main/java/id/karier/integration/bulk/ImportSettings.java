package id.karier.integration.bulk;

import org.jspecify.annotations.Nullable;

/**
 * How an import is to be carried out.
 *
 * @param dryRun find out what would happen, and write nothing
 * @param partial write what is good although some is bad
 * @param variant how the content is to be read; null for CSV
 */
record ImportSettings(
        boolean dryRun, boolean partial, @Nullable String variant) {}
