/**
 * Rounds in which many raters say how people do their work, and what becomes of it.
 *
 * <p>Words: an <em>assessment</em> is a round with a purpose, a population and a period; a <em>participant</em> is a person who
 * is assessed in it; a <em>rater</em> is a person who is asked about a participant, in a <em>relation</em> to her; a
 * <em>form</em> is what a rater is asked; a <em>submission</em> is what she has said, sealed until the round closes; a
 * <em>source</em> is a group of raters or an earlier finding that gives one figure of a level.
 *
 * <p>Nobody learns who said what (ADR 0202): {@code assessment_raters} knows who has answered and nothing of what was said;
 * {@code assessment_submissions} holds what was said under the round's key, which goes with them when the round closes; what
 * stays are the figures of groups that {@link id.karier.competency.assessment.AnonymityRules} lets be told.
 *
 * <p>Tables: {@code assessments}, {@code assessment_participants}, {@code assessment_raters}, {@code assessment_levels},
 * {@code assessment_calibrations}, {@code assessment_keys}, {@code assessment_submissions}, {@code assessment_comments},
 * {@code assessment_reviews}. Stands on dictionary, standard and evidence.
 */
@NullMarked
package id.karier.competency.assessment;

import org.jspecify.annotations.NullMarked;
