package profiles.mail;

import java.time.Instant;
import profiles.web.TextRules;

/**
 * A mail to one reader, in plain text.
 *
 * @param to      one address, bare
 * @param subject one line, at most 200 characters
 * @param until   when it is of no use any more, and no longer sent
 */
public record MailMessage(String to, String subject, String text, Instant until) {

    /** @throws IllegalArgumentException for a line break or another control character in the head: more headers could follow it (CWE-93) */
    public MailMessage {
        if (!TextRules.isOneLine(to) || !TextRules.isOneLine(subject))
            throw new IllegalArgumentException("a mail's address and subject are one line each");
    }

    /** Without the text, wherever it may end: it may hold a secret link. */
    @Override
    public String toString() {
        return "Letter[" + subject + "]";
    }
}
