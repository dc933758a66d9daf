package profiles.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import profiles.config.MailConfig;
import profiles.net.MailAddress;

/** Sends mails to a mail server (RFC 5321, RFC 3207). */
public final class SmtpTransport implements MailTransport {
    private static final int CONNECT_MILLIS = 10_000, ANSWER_MILLIS = 30_000, PERMANENT = 500;

    private final MailConfig config;
    private final Clock clock;
    private final InternetAddress from;
    private final Properties properties;

    public SmtpTransport(MailConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.from = sender(config.from());
        this.properties = properties(config, from.getAddress());
    }

    @Override
    public void send(MailMessage letter) throws DeliveryException {
        var to = recipient(letter);
        var session = session(to);
        try (var transport = session.getTransport(config.scheme())) {
            var message = message(session, letter, to);
            transport.connect(config.host(), config.port(), config.user(), config.password());
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException failed) {
            throw new DeliveryException(isPermanent(failed), failed);
        }
    }

    private static String recipient(MailMessage letter) throws DeliveryException {
        try {
            return ascii(letter.to());
        } catch (AddressException unusable) {
            throw new DeliveryException(true, unusable);
        }
    }

    /** Connects and signs in, and sends nothing: to find out whether that would work. @return what is to be said of how mail travels */
    public String greet() throws DeliveryException {
        try (var transport = (SMTPTransport) Session.getInstance(properties).getTransport(config.scheme())) {
            transport.connect(config.host(), config.port(), config.user(), config.password());
            if (!transport.isSSL()) return "It offers no TLS: mail travels in the clear.";
            return isOpportunisticTls(config)
                ? "Mail travels over TLS with any certificate; with a password, or with smtps://, it is verified."
                : "Mail travels over TLS, and the certificate is verified.";
        } catch (MessagingException failed) {
            throw new DeliveryException(false, failed);
        }
    }

    /** Letters of other scripts before the {@code @} ask for a server that knows them (RFC 6531); no other mail does. */
    private Session session(String to) {
        var own = (Properties) properties.clone();
        own.put("mail.mime.allowutf8", String.valueOf(!to.chars().allMatch(c -> c < 128)));
        return Session.getInstance(own);
    }

    private MimeMessage message(Session session, MailMessage letter, String to) throws MessagingException {
        var message = new MimeMessage(session);
        message.setFrom(from);
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to, true));
        message.setSubject(letter.subject(), "UTF-8");
        message.setText(letter.text(), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        // Nobody's holiday should answer a machine (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    /** With a name in any script. */
    private static InternetAddress sender(String from) {
        try {
            var parsed = new InternetAddress(from, true);
            return new InternetAddress(ascii(parsed.getAddress()), parsed.getPersonal(), "UTF-8");
        } catch (AddressException | UnsupportedEncodingException judgedAtStart) {
            throw new IllegalArgumentException(from, judgedAtStart);
        }
    }

    /** A domain in letters of other scripts is known to mail servers by its ASCII form. */
    private static String ascii(String address) throws AddressException {
        var ascii = MailAddress.ascii(address);
        if (ascii == null) throw new AddressException("no mail server can have this name", address.replaceFirst(".*@", ""));
        return ascii;
    }

    private static boolean isOpportunisticTls(MailConfig config) {
        return config.user() == null && config.scheme().equals("smtp");
    }

    private static boolean isPermanent(Exception failed) {
        for (Throwable each = failed; each != null; each = each.getCause())
            if (each instanceof SMTPAddressFailedException refused && refused.getReturnCode() >= PERMANENT) return true;
        return false;
    }

    private static Properties properties(MailConfig config, String from) {
        var properties = new Properties();
        var smtp = "mail." + config.scheme() + ".";
        properties.put(smtp + "auth", String.valueOf(config.user() != null));
        properties.put(smtp + "starttls.enable", "true");
        // A password, and what it opens, must not travel in the clear because somebody in between hides the offer of TLS.
        properties.put(smtp + "starttls.required", String.valueOf(config.user() != null && config.scheme().equals("smtp")));
        // Without a password any TLS is better than none (RFC 7435), which is what a refused certificate would come to.
        if (isOpportunisticTls(config)) properties.put(smtp + "ssl.trust", "*");
        properties.put(smtp + "ssl.checkserveridentity", String.valueOf(!isOpportunisticTls(config)));
        properties.put(smtp + "connectiontimeout", String.valueOf(CONNECT_MILLIS));
        properties.put(smtp + "timeout", String.valueOf(ANSWER_MILLIS));
        properties.put(smtp + "writetimeout", String.valueOf(ANSWER_MILLIS));
        // Where the message's id takes its domain from: the machine's own name is nobody's business.
        properties.put("mail.from", from);
        return properties;
    }
}
