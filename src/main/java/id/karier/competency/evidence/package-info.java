/**
 * What people were found to hold: results of assessment centres and certificates, and claims that a person makes and an
 * assessor decides. Results are never changed, only annulled.
 *
 * <p>Tables: {@code competency_results}, {@code competency_claims}.
 */
@NullMarked
package id.karier.competency.evidence;

import org.jspecify.annotations.NullMarked;
