/**
 * How units and levels of position stand in a competency, and which groups are too small to be told.
 */
@NullMarked
package id.karier.competency.summary;

import org.jspecify.annotations.NullMarked;
