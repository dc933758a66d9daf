package profiles;

/**
 * How those who run the service look at it.
 *
 * @param jsonLog      whether each line of the log is a JSON object; else it is text
 * @param metricsToken who tells it may read the figures from anywhere; null: only from this machine
 */
public record WatchConfig(boolean jsonLog, String metricsToken) {
    /** Of a token, in characters: it can be tried as often as one likes. */
    private static final int LEAST = 16;

    static WatchConfig read(Settings settings) {
        var format = settings.text("LOG_FORMAT", "text");
        if (!format.matches("text|json")) settings.wrong("LOG_FORMAT", "\"" + format + "\" is neither text nor json");
        var token = settings.text("METRICS_TOKEN", null);
        if (token != null && token.length() < LEAST) settings.wrong("METRICS_TOKEN", "has fewer than " + LEAST + " characters: make it with openssl rand -hex 32");
        return new WatchConfig(format.equals("json"), token);
    }

    /** Without the token, wherever it may end. */
    @Override
    public String toString() {
        return "WatchConfig";
    }
}
