/**
 * Who is who: accounts of people, machine clients, their tokens, the keys that sign them, and the issuers outside that
 * are trusted.
 *
 * <p>Words: an <i>account</i> signs in a person; a <i>client</i> signs in a machine with scopes; a <i>token family</i>
 * is the chain of refresh tokens that began with one sign-in.
 *
 * <p>What holds: a token counts only while its account still has what it says: each write asks, a reading may be five
 * seconds behind; a refresh token is good for one exchange, and a second one ends its family; failures lock a name for the
 * network they come from, never for one that the person is known at; an address that fails too often waits; officers sign
 * in with two factors; whoever has left the service reads her own file.
 *
 * <p>Tables: {@code accounts}, {@code account_roles}, {@code account_makers}, {@code access_grants}, {@code clients},
 * {@code client_scopes}, {@code refresh_tokens}, {@code sign_in_attempts}, {@code sign_in_networks},
 * {@code second_factors}, {@code recovery_codes}; reads {@code employees} for who leads a unit and who has left. Stands on
 * the kernel and the change log.
 * {@link id.karier.identity.account} lets administrators manage what is here; other slices make sign-ins through
 * {@link id.karier.identity.Accounts}, and an agency's first administrators through
 * {@link id.karier.identity.FirstOfficers}.
 */
@NullMarked
package id.karier.identity;

import org.jspecify.annotations.NullMarked;
