/**
 * The register of people: who works for an agency, under which number, and what their dated histories say of today.
 *
 * <p>Words: an <i>employee</i> is a person in one agency, PNS, CPNS or PPPK; her <i>identity number</i> is the NIP or NI
 * PPPK of today, never a key; <i>personal data</i> is what is encrypted at rest and shown masked (NIK, tax number,
 * address, phone); the <i>current state</i> is the unit, position, rank and education that the histories give for
 * today.
 *
 * <p>Tables: {@code employees}, {@code employee_name_words}; the numbers of a life are in
 * {@link id.karier.employee.number}. Stands on organisation and the ground. Shows its neighbours
 * {@link id.karier.employee.EmployeeDirectory}, tells them {@link id.karier.employee.EmployeeEvents}, and lets them come
 * along with a person through {@link id.karier.employee.Expansion.Holder}.
 */
@NullMarked
package id.karier.employee;

import org.jspecify.annotations.NullMarked;
