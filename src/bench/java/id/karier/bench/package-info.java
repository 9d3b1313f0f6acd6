/**
 * What the product costs beside the least that could do the same: measured side by side in one run, never a timed test.
 * {@code src/bench/run} builds the product with these resources in it, loads a real MySQL and prints the table.
 */
package id.karier.bench;
