package profiles.startup;

/**
 * A result of the command {@code check}.
 *
 * @param text the state; after a failure also how to mend it
 */
public record CheckResult(Level level, String text) {

    /** With a warning the service works. */
    public enum Level {
        FINE("fine"), WARNING("warn"), WRONG("WRONG");

        public final String word;

        Level(String word) {
            this.word = word;
        }
    }

    public static CheckResult ok(String text) {
        return new CheckResult(Level.FINE, text);
    }

    public static CheckResult warning(String text, String mend) {
        return new CheckResult(Level.WARNING, text + " " + mend);
    }

    public static CheckResult failure(String text, String mend) {
        return new CheckResult(Level.WRONG, text + " " + mend);
    }
}
