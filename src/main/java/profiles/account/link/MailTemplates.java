package profiles.account.link;

import java.time.Clock;
import java.time.Duration;
import javax.inject.Inject;
import profiles.account.User;
import profiles.account.link.LinkToken.Purpose;
import profiles.config.Config;
import profiles.mail.MailMessage;

/** The texts of mails. A mail expires with its use: one with a link, when the link expires. */
public final class MailTemplates {
    private static final Duration NOTICE = Duration.ofDays(3);

    private final String base;
    private final Clock clock;

    @Inject
    MailTemplates(Config config, Clock clock) {
        this.base = config.linkBase();
        this.clock = clock;
    }

    public MailMessage reset(User user, String link) {
        return message(user.email(), "Choose a new password", Purpose.RESET.life, """
            Hello %s,

            somebody, hopefully you, asked for a new password at %s.
            To choose one, open this link within an hour:

            %s

            If it was not you, there is nothing to do: your password stays as it is.
            """.formatted(user.username(), base, link));
    }

    /** Without the user name: a stranger may have chosen it, and typed somebody else's address. */
    public MailMessage verify(String address, String link) {
        return message(address, "Is this your e-mail address?", Purpose.EMAIL.life, """
            Hello,

            somebody, hopefully you, gave this address at %s.
            If it was you, please confirm it within a day:

            %s

            If it was not you, there is nothing to do: without you, the address does not count.
            """.formatted(base, link));
    }

    public MailMessage passwordChanged(User user) {
        return message(user.email(), "Your password was changed", NOTICE, """
            Hello %s,

            your password at %s was just changed.

            If it was you, all is well. If not, take your account back by choosing a new one:

            %s/accounts/password_reset/
            """.formatted(user.username(), base, base));
    }

    /** @param old where they were to be reached until now */
    public MailMessage emailChanged(User user, String old) {
        return message(old, "Your e-mail address was changed", NOTICE, """
            Hello %s,

            the e-mail address of your account at %s was just changed,
            and this one counts no more.

            If it was you, all is well. If not, log in, change your password and set the address
            right. If you cannot log in, write to those who run the service.
            """.formatted(user.username(), base));
    }

    private MailMessage message(String to, String subject, Duration use, String text) {
        return new MailMessage(to, subject, text, clock.instant().plus(use));
    }
}
