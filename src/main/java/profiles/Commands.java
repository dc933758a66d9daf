package profiles;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import profiles.backup.BackupException;
import profiles.cli.CommandException;
import profiles.cli.RootCommand;
import profiles.cli.Terminal;
import profiles.config.StartupException;
import profiles.web.Problem;
import profiles.web.ServiceUnavailable;

/** The commands of the jar. Picocli is loaded here only, so that the service starts as fast as without it. */
public final class Commands {
    private static final int FAILED = 1;

    private Commands() {
    }

    /** @return 0 after success, 1 after a refusal or failure, 2 for wrong arguments */
    public static int run(String[] args, InputStream in, PrintWriter out, PrintWriter err, Map<String, String> environment) {
        try (var toolbox = new GraphCommandContext(environment)) {
            return RootCommand.of(toolbox, Terminal.of(in)).setOut(out).setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> tell(failure, command))
                .execute(args);
        }
    }

    /** In words where somebody can mend it, else as whole as it is. */
    private static int tell(Exception failure, CommandLine command) {
        if (failure instanceof ServiceUnavailable gone) command.getErr().println(gone.reason());
        else if (failure instanceof CommandException || failure instanceof StartupException || failure instanceof BackupException
            || failure instanceof Problem) command.getErr().println(failure.getMessage());
        else failure.printStackTrace(command.getErr());
        return FAILED;
    }
}
