package profiles.audit;

/**
 * An event as one line of the log: {@code SIGNED_IN user="ada" id=7 from=192.0.2.1}. Names come from outside, and must not make lines of
 * their own (ASVS 16.4.1).
 */
final class AuditLogLine {
    private AuditLogLine() {
    }

    static String of(AuditEvent event) {
        var line = new StringBuilder(event.action).append(" user=").append(quoted(event.username));
        if (event.userId != null) line.append(" id=").append(event.userId);
        if (event.address != null) line.append(" from=").append(event.address);
        if (event.actor != null) line.append(" by=").append(quoted(event.actor));
        if (event.actorId != null) line.append(" by_id=").append(event.actorId);
        return line.toString();
    }

    static String quoted(String text) {
        var out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') out.append('\\').appendCodePoint(c);
            else if (visible(c)) out.appendCodePoint(c);
            else for (char unit : Character.toChars(c)) out.append(String.format("\\u%04x", (int) unit));
        });
        return out.append('"').toString();
    }

    /** No controls, no line or paragraph separators, and nothing that turns or hides what stands beside it. */
    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE,
                 Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
