/**
 * Who is who: accounts of people, machine clients, their tokens, the keys that sign them, and the issuers outside that
 * are trusted.
 *
 * <p>Words: an <i>account</i> signs in a person; a <i>client</i> signs in a machine with scopes; a <i>token family</i>
 * is the chain of refresh tokens that began with one sign-in.
 *
 * <p>What holds: an access token is believed until it ends, a few minutes later, even when its account was disabled
 * meanwhile; a refresh token is good for one exchange, and a second one ends its family; a name is locked for a while
 * after failures in a row, whether anybody has it or not; an address that fails too often waits.
 *
 * <p>Tables: {@code accounts}, {@code account_roles}, {@code clients}, {@code client_scopes}, {@code refresh_tokens},
 * {@code sign_in_attempts}; reads {@code employees} for who leads a unit. Stands on the kernel and the change log.
 * {@link id.karier.identity.account} lets administrators manage what is here; other slices make sign-ins through
 * {@link id.karier.identity.Accounts}.
 */
@NullMarked
package id.karier.identity;

import org.jspecify.annotations.NullMarked;
