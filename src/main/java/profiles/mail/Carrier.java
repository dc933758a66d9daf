package profiles.mail;

/** Brings a letter on its way. */
@FunctionalInterface
public interface Carrier {

    /** @throws NotDelivered when nobody has taken the letter */
    void carry(Letter letter) throws NotDelivered;
}
