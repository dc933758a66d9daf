package profiles.account;

import java.time.Clock;
import java.time.Duration;
import javax.inject.Inject;
import profiles.Config;
import profiles.account.MailedLink.Purpose;
import profiles.mail.Letter;

/** What our mails say. A mail is sent as long as it is of use: one with a link as long as the link works. */
final class Letters {
    private static final Duration NOTICE = Duration.ofDays(3);

    private final String base;
    private final Clock clock;

    @Inject
    Letters(Config config, Clock clock) {
        this.base = config.linkBase();
        this.clock = clock;
    }

    Letter reset(User user, String link) {
        return letter(user.email(), "Choose a new password", Purpose.RESET.life, """
            Hello %s,

            somebody, hopefully you, asked for a new password at %s.
            To choose one, open this link within an hour:

            %s

            If it was not you, there is nothing to do: your password stays as it is.
            """.formatted(user.username(), base, link));
    }

    /** Without the user name: a stranger may have chosen it, and typed somebody else's address. */
    Letter verify(String address, String link) {
        return letter(address, "Is this your e-mail address?", Purpose.EMAIL.life, """
            Hello,

            somebody, hopefully you, gave this address at %s.
            If it was you, please confirm it within a day:

            %s

            If it was not you, there is nothing to do: without you, the address does not count.
            """.formatted(base, link));
    }

    Letter passwordChanged(User user) {
        return letter(user.email(), "Your password was changed", NOTICE, """
            Hello %s,

            your password at %s was just changed.

            If it was you, all is well. If not, take your account back by choosing a new one:

            %s/accounts/password_reset/
            """.formatted(user.username(), base, base));
    }

    /** @param old where they were to be reached until now */
    Letter emailChanged(User user, String old) {
        return letter(old, "Your e-mail address was changed", NOTICE, """
            Hello %s,

            the e-mail address of your account at %s was just changed,
            and this one counts no more.

            If it was you, all is well. If not, log in, change your password and set the address
            right. If you cannot log in, write to those who run the service.
            """.formatted(user.username(), base));
    }

    private Letter letter(String to, String subject, Duration use, String text) {
        return new Letter(to, subject, text, clock.instant().plus(use));
    }
}
