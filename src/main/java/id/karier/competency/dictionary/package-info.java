/**
 * The dictionary of competencies: the nation's nine, shipped as versioned data, and what an agency adds. What it says of a
 * competency comes in editions: a change makes a new one, and a result keeps the one by which it was found.
 *
 * <p>Tables: {@code competencies}, {@code competency_editions}; rows of the agency {@code *} are everybody's.
 */
@NullMarked
package id.karier.competency.dictionary;

import org.jspecify.annotations.NullMarked;
