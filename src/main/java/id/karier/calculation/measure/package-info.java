/** Calculators that measure a person: competence, performance, professionalism, talent, learning. */
@NullMarked
package id.karier.calculation.measure;

import org.jspecify.annotations.NullMarked;
