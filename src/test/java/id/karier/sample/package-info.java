/**
 * A slice that is only there under the profile {@code planted}: a case between two people, made by following
 * {@code src/docs/adding-a-capability.md}, and beside it slices that forget a step. {@code PlantedSliceTest} runs the gates
 * on them.
 *
 * <p>Words: a <i>sample case</i> is about its <i>mentee</i>; its <i>mentor</i> is a party.
 *
 * <p>Tables: {@code sample_cases}, {@code silent_samples}; the test makes them. Stands on employee.
 */
package id.karier.sample;
