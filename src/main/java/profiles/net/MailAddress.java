package profiles.net;

import java.text.Normalizer;

/** E-mail addresses as mail servers compare them. */
public final class MailAddress {
    private MailAddress() {
    }

    /** @return the domain as DNS has it; null when there is none */
    public static String domain(String address) {
        var at = address.lastIndexOf('@');
        return at < 0 ? null : DomainName.toAscii(address.substring(at + 1));
    }

    /** @return the address with its domain as DNS has it, which any mail server knows; null when there is none */
    public static String ascii(String address) {
        var domain = domain(address);
        return domain == null ? null : local(address) + "@" + domain;
    }

    /**
     * The one form of all addresses that lead to the same mailbox, as nearly all mail servers see it: capital letters make no difference.
     */
    public static String folded(String address) {
        var domain = domain(address);
        return domain == null ? small(address) : small(local(address)) + "@" + domain;
    }

    /** The same for all that providers deliver to one mailbox, whatever follows a plus sign (RFC 5233). */
    public static String mailbox(String address) {
        var folded = folded(address);
        return folded.replaceFirst("(?<!^)\\+.*@", "@");
    }

    private static String local(String address) {
        return address.substring(0, address.lastIndexOf('@'));
    }

    /**
     * Only letters of which one is the other's capital: the Turkish capital İ has the small letter i, but the mailbox with an i in its name
     * may be somebody else's.
     */
    private static String small(String text) {
        var small = nfc(text).codePoints().map(c -> Character.toUpperCase(Character.toLowerCase(c)) == c ? Character.toLowerCase(c) : c)
            .toArray();
        return nfc(new String(small, 0, small.length));
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
