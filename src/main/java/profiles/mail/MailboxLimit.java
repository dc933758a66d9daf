package profiles.mail;

import io.ebean.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.config.Config;
import profiles.mail.query.QDeliveredMail;
import profiles.net.MailAddress;

/**
 * Limits the mails to one mailbox, whatever they are about: strangers may use its address in many accounts. Further mails wait, as long as
 * they are useful. Copies that deliver at the same moment may each exceed it by one.
 */
@Singleton
public final class MailboxLimit {
    private static final int PER_HOUR = 10, PER_DAY = 30;
    private static final Duration HOUR = Duration.ofHours(1), DAY = Duration.ofDays(1);

    private final Database db;
    private final Clock clock;
    private final boolean on;

    @Inject
    MailboxLimit(Database db, Clock clock, Config config) {
        this.db = db;
        this.clock = clock;
        this.on = config.throttle();
    }

    /** @return from when on the mailbox may get another mail: a time that has passed, or one to come */
    Instant next(String address) {
        if (!on) return Instant.EPOCH;
        var last = new QDeliveredMail(db).mailbox.eq(hash(address)).delivered.greaterThan(clock.instant().minus(DAY))
            .orderBy().delivered.desc().setMaxRows(PER_DAY).findList();
        if (last.size() == PER_DAY) return last.get(PER_DAY - 1).delivered.plus(DAY);
        return last.size() < PER_HOUR ? Instant.EPOCH : last.get(PER_HOUR - 1).delivered.plus(HOUR);
    }

    /** Within the transaction that is open. */
    void count(String address) {
        if (on) db.save(new DeliveredMail(hash(address), clock.instant()));
    }

    public void deleteExpired() {
        new QDeliveredMail(db).delivered.lessThan(clock.instant().minus(DAY)).delete();
    }

    private static String hash(String address) {
        try {
            var bytes = MailAddress.mailbox(address).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
