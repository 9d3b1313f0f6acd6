package id.karier.identity.account;

import id.karier.changes.Change;
import id.karier.changes.ChangeLog;
import id.karier.identity.IdentityObjects;
import id.karier.identity.SecondFactors;
import id.karier.identity.SignInGuard;
import id.karier.identity.account.SecondFactorJson.SecondFactorRequest;
import id.karier.identity.account.SecondFactorJson.SecondFactorView;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.data.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One's own second factor. */
@ApplicationScoped
class SecondFactorService {
    private final AccountService accounts;
    private final SecondFactors factors;
    private final SignInGuard guard;
    private final Transactions transactions;
    private final ChangeLog log;
    private final Caller caller;

    SecondFactorService(
            AccountService accounts,
            SecondFactors factors,
            SignInGuard guard,
            Transactions transactions,
            ChangeLog log,
            Caller caller) {
        this.accounts = accounts;
        this.factors = factors;
        this.guard = guard;
        this.transactions = transactions;
        this.log = log;
        this.caller = caller;
    }

    SecondFactorView view() {
        var account = accounts.find(caller.accountId());
        var secret = factors.newSecret();
        return new SecondFactorView(
                factors.isEnrolled(account.id()),
                factors.isNeeded(account.agency(), account.roles()),
                secret,
                factors.address(account.username(), secret));
    }

    /**
     * Takes a device in the place of the one before, whose code it asks for.
     *
     * @return recovery codes
     */
    List<String> enrol(SecondFactorRequest request) {
        var account = accounts.find(caller.accountId());
        if (!factors.isSecret(request.secret())) {
            throw refused("/secret", "SECRET_WEAK");
        }
        if (!factors.shows(request.secret(), request.code())) {
            throw refused("/code", "CODE_WRONG");
        }
        if (factors.isEnrolled(account.id())) {
            requireCurrent(account, request.currentCode());
        }
        var written = factors.enrol(account.id(), request.secret(), request.code());
        log.note(List.of(new Change(
                account.agency(),
                IdentityObjects.SECOND_FACTOR,
                account.id(),
                null,
                Change.Action.CREATED,
                Map.of(),
                null)));
        return written;
    }

    private void requireCurrent(Account account, @Nullable String code) {
        long locked = guard.lockedSeconds(account.username());
        if (locked > 0) {
            throw ProblemException.waitFor(
                    ErrorCode.RATE_LIMITED, (int) locked, FieldError.in("identity", "", "TRIES_USED", locked));
        }
        if (code == null || !factors.use(account.id(), code)) {
            transactions.run(() -> guard.failed(account.username()));
            throw refused("/currentCode", "CODE_WRONG");
        }
    }

    private static ProblemException refused(String pointer, String code) {
        return new ProblemException(ErrorCode.RULE_REFUSED, FieldError.in("identity", pointer, code));
    }
}
