/**
 * Accounts and machine clients as an agency's administrators manage them, and as a person sees her own ({@code /me}).
 *
 * <p>Words: a password that somebody else chose is <i>temporary</i> and must be changed; an account or client that is
 * <i>disabled</i> gets no tokens any more, and those that it has end within their few minutes.
 *
 * <p>Tables: {@code accounts}, {@code account_roles}, {@code clients}, {@code client_scopes}; reads {@code agencies} and
 * {@code employees} for {@code /me}. Stands on signing in. Other slices add to {@code /me} by implementing
 * {@link id.karier.identity.account.Pending}.
 */
@NullMarked
package id.karier.identity.account;

import org.jspecify.annotations.NullMarked;
