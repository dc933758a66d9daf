package profiles.config;

/**
 * Logging and metrics.
 *
 * @param jsonLog      whether each log line is a JSON object; otherwise text
 * @param metricsToken allows {@code /metrics} from anywhere; null: only from this machine
 */
public record MonitoringConfig(boolean jsonLog, String metricsToken) {
    /** Of a token, in characters: it can be tried as often as one likes. */
    private static final int MIN = 16;

    static MonitoringConfig read(Environment settings) {
        var format = settings.text("LOG_FORMAT", "text");
        if (!format.matches("text|json")) settings.reject("LOG_FORMAT", "\"" + format + "\" is neither text nor json");
        var token = settings.text("METRICS_TOKEN", null);
        if (token != null && token.length() < MIN) settings.reject("METRICS_TOKEN",
            "has fewer than " + MIN + " characters: make it with openssl rand -hex 32");
        return new MonitoringConfig(format.equals("json"), token);
    }

    @Override
    public String toString() {
        return "MonitoringConfig";
    }
}
