/**
 * Who is who: accounts of people, machine clients, their tokens, the keys that sign them, and the issuers outside that
 * are trusted.
 *
 * <p>Words: an <i>account</i> signs in a person; a <i>client</i> signs in a machine with scopes; a <i>token family</i>
 * is the chain of refresh tokens that began with one sign-in.
 *
 * <p>Tables: {@code accounts}, {@code account_roles}, {@code clients}, {@code refresh_tokens}. Stands on the kernel and the change log.
 */
@NullMarked
package id.karier.identity;

import org.jspecify.annotations.NullMarked;
