package profiles.account.admin;

import io.ebean.Database;
import java.util.List;
import javax.inject.Inject;
import profiles.account.Member;
import profiles.account.User;
import profiles.account.email.VerifiedEmails;
import profiles.account.query.QSession;
import profiles.account.token.Tokens;

/** The account's part of an export and of an erasure. */
public final class AccountErasure {
    private final Database db;
    private final VerifiedEmails addresses;
    private final Tokens tokens;
    private final Superusers superusers;

    @Inject
    AccountErasure(Database db, VerifiedEmails addresses, Tokens tokens, Superusers superusers) {
        this.db = db;
        this.addresses = addresses;
        this.tokens = tokens;
        this.superusers = superusers;
    }

    public AccountData data(User user) {
        return AccountData.of(user, addresses.isVerified(user));
    }

    public List<AccountData.SignIn> sessions(Member member) {
        return new QSession(db).user.id.eq(member.user().id()).orderBy().started.asc().findList().stream()
            .map(session -> AccountData.SignIn.of(session, member)).toList();
    }

    public List<AccountData.Key> tokens(User user) {
        return tokens.of(user).stream().map(AccountData.Key::of).toList();
    }

    /** Locks the account in the caller's transaction, which has locked nothing yet. */
    public boolean isLastSuperuser(User user) {
        return superusers.lock(null, user).last();
    }

    /** In the caller's transaction, when nothing of Django's refers to the account any more; all tables of ours cascade. */
    public void delete(User user) {
        db.sqlUpdate("delete from auth_user where id = :id").setParameter("id", user.id).execute();
    }
}
