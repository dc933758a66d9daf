package profiles.mail;

import javax.net.ssl.SSLException;

/** Why a mail was not delivered. */
public final class DeliveryException extends Exception {
    private final boolean isPermanent;

    /** @param isPermanent whether another try would end alike, such as for an address that is unknown over there */
    DeliveryException(boolean forGood, Exception cause) {
        super(describe(cause), cause);
        this.isPermanent = forGood;
    }

    /** What was tried, and the server's answer. */
    private static String describe(Throwable error) {
        var root = error;
        while (root.getCause() != null) root = root.getCause();
        return root == error ? oneLine(error.getMessage()) : oneLine(error.getMessage()) + " (" + oneLine(root.getMessage()) + ")";
    }

    private static String oneLine(String text) {
        return String.valueOf(text).strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** Whether it failed at the server's certificate, or another part of TLS. */
    public boolean isTls() {
        for (Throwable each = this; each != null; each = each.getCause()) if (each instanceof SSLException) return true;
        return false;
    }

    boolean isPermanent() {
        return isPermanent;
    }
}
