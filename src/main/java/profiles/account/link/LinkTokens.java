package profiles.account.link;

import io.ebean.Database;
import java.time.Clock;
import java.util.function.BiConsumer;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.SecretToken;
import profiles.account.User;
import profiles.account.link.LinkToken.Purpose;
import profiles.account.link.query.QLinkToken;
import profiles.account.query.QUser;
import profiles.config.Config;
import profiles.database.Transactions;
import profiles.web.Problem;

/** The links in mails: they can be viewed several times and redeemed once. */
@Singleton
public final class LinkTokens {
    private final Database db;
    private final Clock clock;
    private final String base;

    @Inject
    LinkTokens(Database db, Clock clock, Config config) {
        this.db = db;
        this.clock = clock;
        this.base = config.linkBase();
    }

    /** Writes one row, within the transaction that is open. @return the whole URL */
    public String create(Purpose purpose, String path, User user, String address) {
        var token = SecretToken.random();
        db.save(new LinkToken(purpose, user, address, SecretToken.hash(token), clock.instant()));
        return base + path + user.id() + "/" + token + "/";
    }

    /** Changes nothing: mail programs and virus scanners open links too. @throws Problem 410 */
    public LinkToken find(Purpose purpose, LinkPath path) {
        var link = new QLinkToken(db).tokenHash.eq(SecretToken.hash(path.token())).purpose.eq(purpose.name()).user.fetch().findOne();
        if (link == null || !path.isFor(link.user()) || !link.isValidFor(link.user(), clock.instant())) throw invalidLink();
        return link;
    }

    /**
     * Uses the link up and does the work, both or neither, while nobody else changes the account.
     *
     * @param work gets the account, and the address to which the link was mailed
     * @throws Problem 410
     */
    public void redeem(Purpose purpose, LinkPath path, BiConsumer<User, String> work) {
        var link = find(purpose, path);
        Transactions.run(db, () -> {
            var user = new QUser(db).id.eq(link.user().id()).forUpdate().findOne();
            if (user == null || !link.isValidFor(user, clock.instant()) || new QLinkToken(db).id.eq(link.id).delete() != 1)
                throw invalidLink();
            work.accept(user, link.address());
        });
    }

    /** The user's links of this kind are worth nothing any more. */
    public void deleteAll(Purpose purpose, User user) {
        new QLinkToken(db).user.id.eq(user.id()).purpose.eq(purpose.name()).delete();
    }

    public void deleteExpired() {
        Transactions.runLong(db, () -> new QLinkToken(db).expires.lessThan(clock.instant()).delete());
    }

    private static Problem invalidLink() {
        return new Problem(410, "This link no longer works",
            "It was used already, it is too old, or the account has changed since it was mailed. Ask for a new one where you asked for "
            + "this one.");
    }
}
