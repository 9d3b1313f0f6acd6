/** What every explained answer is made of: the steps that were computed, the conditions that were checked. */
@NullMarked
package id.karier.calculation.explain;

import org.jspecify.annotations.NullMarked;
