package profiles.account;

import io.ebean.Database;
import java.util.List;
import javax.inject.Inject;
import profiles.account.query.QSession;

/** The account's side of leaving: what a member takes along, and what goes with him. */
public final class LeavingAccount {
    private final Database db;
    private final EmailAddresses addresses;
    private final Tokens tokens;
    private final Superusers superusers;

    @Inject
    LeavingAccount(Database db, EmailAddresses addresses, Tokens tokens, Superusers superusers) {
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
