package profiles.mail;

/** A way to send mail. */
@FunctionalInterface
public interface MailTransport {

    /** @throws DeliveryException if the mail was not accepted */
    void send(MailMessage message) throws DeliveryException;
}
