/**
 * A person's competencies against what a position requires. Keeps nothing: it is computed on each reading.
 */
@NullMarked
package id.karier.competency.profile;

import org.jspecify.annotations.NullMarked;
