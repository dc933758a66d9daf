package profiles.mail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes mails into the log, so that a first run needs no mail server. */
public final class LogTransport implements MailTransport {
    private static final Logger LOG = LoggerFactory.getLogger(LogTransport.class);

    @Override
    public void send(MailMessage message) {
        LOG.info("MAIL_URL names no mail server, so this mail goes no further:\nTo: {}\nSubject: {}\n\n{}",
            message.to(), message.subject(), message.text());
    }
}
