package profiles.mail;

/** Why a letter is still here. */
public final class NotDelivered extends Exception {
    private final boolean forGood;

    /** @param forGood whether another try would end alike, such as for an address that is unknown over there */
    NotDelivered(boolean forGood, Exception cause) {
        super(String.valueOf(cause.getMessage()).strip().replaceAll("\\s*\\R\\s*", " "), cause);
        this.forGood = forGood;
    }

    boolean forGood() {
        return forGood;
    }
}
