/** Calculators about the career: credit points, rank promotion, appointment, transfer. */
@NullMarked
@Published
package id.karier.calculation.career;

import id.karier.kernel.Published;
import org.jspecify.annotations.NullMarked;
