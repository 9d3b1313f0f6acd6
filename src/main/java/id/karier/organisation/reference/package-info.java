/**
 * The reference lists: the codes that the registers use, with their names in Indonesian and English, as data under
 * {@code src/main/resources/reference}. The closed word lists of the law that rules compute with are enums in
 * {@code id.karier.rules.terms}; here they have names and an order for people.
 */
@NullMarked
package id.karier.organisation.reference;

import org.jspecify.annotations.NullMarked;
