/**
 * The level of a competency that a position requires, dated: its own, or for the nine generic competencies that of its level
 * (DOMAIN §3.3, rule set JPM).
 *
 * <p>Tables: {@code position_standards}.
 */
@NullMarked
package id.karier.competency.standard;

import org.jspecify.annotations.NullMarked;
