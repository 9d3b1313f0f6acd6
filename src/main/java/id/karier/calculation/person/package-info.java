/** Calculators about the person: identity number, retirement, absence. */
@NullMarked
package id.karier.calculation.person;

import org.jspecify.annotations.NullMarked;
