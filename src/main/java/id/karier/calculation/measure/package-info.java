/** Calculators that measure a person: competence, performance, professionalism, talent, learning. */
@NullMarked
@Published
package id.karier.calculation.measure;

import id.karier.kernel.Published;
import org.jspecify.annotations.NullMarked;
