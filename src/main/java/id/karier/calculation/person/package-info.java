/** Calculators about the person: identity number, retirement, absence. */
@NullMarked
@Published
package id.karier.calculation.person;

import id.karier.kernel.Published;
import org.jspecify.annotations.NullMarked;
