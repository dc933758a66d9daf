package profiles;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way in: {@code java -jar profiles.jar} serves, and with arguments it does one of the {@link Commands}. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {
    }

    public static void main(String[] args) {
        if (args.length > 0)
            System.exit(Commands.run(args, System.in, new PrintWriter(System.out, true), new PrintWriter(System.err, true), System.getenv()));
        try {
            serve(System.getenv());
        } catch (CannotStart reason) {
            LOG.error(reason.getMessage());
            System.exit(1);
        }
    }

    /** @return the address where it answers, with a slash at the end */
    static String serve(Map<String, String> environment) {
        var settings = new Settings(environment);
        var config = Config.read(settings);
        if (config.watch().jsonLog()) JsonLines.use();
        new Preflight(config, settings).check();
        var server = App.of(config, Clock.systemUTC()).server();
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
        var address = server.start();
        LOG.info("Profiles is ready at {}", address);
        return address;
    }
}
