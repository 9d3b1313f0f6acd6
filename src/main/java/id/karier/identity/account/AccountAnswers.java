package id.karier.identity.account;

import id.karier.identity.account.AccountJson.AccountView;
import id.karier.identity.account.AccountService.Written;
import id.karier.identity.account.GrantJson.GrantView;
import id.karier.identity.account.ShownOnce.Made;
import id.karier.kernel.web.Answer;

/** What is answered to a write of an account. */
final class AccountAnswers {
    private AccountAnswers() {}

    static Answer of(Account account) {
        return Answer.ok(AccountView.of(account, null), account.version());
    }

    static Answer of(Written written) {
        var account = written.account();
        return Answer.ok(AccountView.of(account, null).proposing(written.proposals()), account.version());
    }

    static Made<AccountView> created(Written written) {
        var account = written.account();
        var view = AccountView.of(account, null).proposing(written.proposals());
        return new Made<>(view, 201, AccountResource.PATH + account.id(), account.version());
    }

    static Made<AccountView> reset(Written written) {
        var account = written.account();
        var view = AccountView.of(account, null);
        if (written.proposals().isEmpty()) {
            return new Made<>(view, 200, null, account.version());
        }
        var proposal = written.proposals().get(0);
        return new Made<>(view, 202, GrantResource.PATH + proposal.id(), account.version(), GrantView.of(proposal));
    }
}
