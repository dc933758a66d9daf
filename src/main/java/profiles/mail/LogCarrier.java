package profiles.mail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes letters into the log, so that a first run needs no mail server. */
public final class LogCarrier implements Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(LogCarrier.class);

    @Override
    public void carry(Letter letter) {
        LOG.info("MAIL_URL names no mail server, so this mail goes no further:\nTo: {}\nSubject: {}\n\n{}",
            letter.to(), letter.subject(), letter.text());
    }
}
