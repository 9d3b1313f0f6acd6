/** Calculators about the career: credit points, rank promotion, appointment, transfer. */
@NullMarked
package id.karier.calculation.career;

import org.jspecify.annotations.NullMarked;
