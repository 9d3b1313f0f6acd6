/**
 * Accounts and machine clients as an agency's administrators manage them, and as a person sees her own ({@code /me}).
 *
 * <p>Words: a password that somebody else chose is <i>temporary</i> and must be changed; an account or client that is
 * <i>disabled</i> gets no tokens any more, and those that it has end at once; a <i>grant</i> is a proposal to hand out what
 * one administrator may not hand out alone, a <i>binding</i> one about whose record an account is.
 *
 * <p>Tables: {@code accounts}, {@code account_roles}, {@code access_grants}, {@code clients}, {@code client_scopes}; reads {@code agencies} and
 * {@code employees} for {@code /me}. Stands on signing in. Other slices add to {@code /me} by implementing
 * {@link id.karier.identity.account.Pending}.
 */
@NullMarked
package id.karier.identity.account;

import org.jspecify.annotations.NullMarked;
