/**
 * The numbers that a person bore, dated, with the decree that gave each: a NIP or NI PPPK is no key (DOMAIN §1). The first
 * comes with the registration; a later one may correct the person too, through the register's own service.
 *
 * <p>Tables: {@code employee_identity_numbers}.
 */
@NullMarked
package id.karier.employee.number;

import org.jspecify.annotations.NullMarked;
