package profiles.account;

import io.ebean.Database;
import java.time.Clock;
import java.util.function.BiConsumer;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.Config;
import profiles.account.MailedLink.Purpose;
import profiles.account.query.QMailedLink;
import profiles.account.query.QUser;
import profiles.web.Problem;

/** The links in mails: made, looked at as often as one likes, and followed once. */
@Singleton
public final class Links {
    private final Database db;
    private final Clock clock;
    private final String base;

    @Inject
    Links(Database db, Clock clock, Config config) {
        this.db = db;
        this.clock = clock;
        this.base = config.linkBase();
    }

    /** Writes one row, within the transaction that is open. @return the whole URL */
    String make(Purpose purpose, String path, User user, String address) {
        var token = Token.random();
        db.save(new MailedLink(purpose, user, address, Token.hash(token), clock.instant()));
        return base + path + user.id() + "/" + token + "/";
    }

    /** Changes nothing: mail programs and virus scanners open links too. @throws Problem 410 */
    MailedLink look(Purpose purpose, LinkPath path) {
        var link = new QMailedLink(db).tokenHash.eq(Token.hash(path.token())).purpose.eq(purpose.name()).user.fetch().findOne();
        if (link == null || !path.isOf(link.user()) || !link.opens(link.user(), clock.instant())) throw dead();
        return link;
    }

    /**
     * Uses the link up and does the work, both or neither, while nobody else changes the account.
     *
     * @param work gets the account, and the address to which the link was mailed
     * @throws Problem 410
     */
    void follow(Purpose purpose, LinkPath path, BiConsumer<User, String> work) {
        var link = look(purpose, path);
        try (var transaction = db.beginTransaction()) {
            var user = new QUser(db).id.eq(link.user().id()).forUpdate().findOne();
            if (user == null || !link.opens(user, clock.instant()) || new QMailedLink(db).id.eq(link.id).delete() != 1) throw dead();
            work.accept(user, link.address());
            transaction.commit();
        }
    }

    /** The user's links of this kind are worth nothing any more. */
    void forget(Purpose purpose, User user) {
        new QMailedLink(db).user.id.eq(user.id()).purpose.eq(purpose.name()).delete();
    }

    /** Removes the rows of links that are over. */
    public void sweep() {
        new QMailedLink(db).expires.lessThan(clock.instant()).delete();
    }

    private static Problem dead() {
        return new Problem(410, "This link no longer works",
            "It was used already, it is too old, or the account has changed since it was mailed. Ask for a new one where you asked for this one.");
    }
}
