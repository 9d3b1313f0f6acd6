/** What every explained answer is made of: the steps that were computed, the conditions that were checked. */
@NullMarked
@Published
package id.karier.calculation.explain;

import id.karier.kernel.Published;
import org.jspecify.annotations.NullMarked;
