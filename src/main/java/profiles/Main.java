package profiles;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.config.Config;
import profiles.config.Environment;
import profiles.config.StartupException;
import profiles.logging.JsonLayout;
import profiles.server.MemoryWatchdog;
import profiles.startup.StartupChecks;

/** The entry point: {@code java -jar profiles.jar} starts the service; with arguments it runs one of the {@link Commands}. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {
    }

    public static void main(String[] args) {
        if (args.length > 0)
            System.exit(Commands.run(args, System.in, new PrintWriter(System.out, true), new PrintWriter(System.err, true),
                System.getenv()));
        MemoryWatchdog.install();
        try {
            serve(System.getenv());
        } catch (StartupException reason) {
            LOG.error(reason.getMessage());
            System.exit(1);
        }
    }

    /** @return the address of the service, with a slash at the end */
    public static String serve(Map<String, String> environment) {
        var settings = new Environment(environment);
        var config = Config.read(settings);
        if (config.watch().jsonLog()) JsonLayout.use();
        new StartupChecks(config, settings).check();
        var server = App.of(config, Clock.systemUTC()).server();
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
        var address = server.start();
        LOG.info("Profiles is ready at {}", address);
        return address;
    }
}
