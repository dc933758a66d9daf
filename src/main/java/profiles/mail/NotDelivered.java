package profiles.mail;

/** Why a letter is still here. */
public final class NotDelivered extends Exception {
    private final boolean forGood;

    /** @param forGood whether another try would end alike, such as for an address that is unknown over there */
    NotDelivered(boolean forGood, Exception cause) {
        super(words(cause), cause);
        this.forGood = forGood;
    }

    /** What was tried, and what the other side said to it. */
    private static String words(Throwable error) {
        var root = error;
        while (root.getCause() != null) root = root.getCause();
        return root == error ? oneLine(error.getMessage()) : oneLine(error.getMessage()) + " (" + oneLine(root.getMessage()) + ")";
    }

    private static String oneLine(String text) {
        return String.valueOf(text).strip().replaceAll("\\s*\\R\\s*", " ");
    }

    boolean forGood() {
        return forGood;
    }
}
