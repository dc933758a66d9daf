package profiles;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import profiles.backup.NotDone;
import profiles.cli.Refused;
import profiles.cli.Terminal;
import profiles.cli.Top;
import profiles.web.Problem;
import profiles.web.Unavailable;

/** The commands of the jar. Only here is picocli loaded, so that the service starts as fast as without it. */
public final class Commands {
    private static final int FAILED = 1;

    private Commands() {
    }

    /** @return 0 when it was done, 1 when it was refused or failed, 2 when the arguments are wrong */
    public static int run(String[] args, InputStream in, PrintWriter out, PrintWriter err, Map<String, String> environment) {
        try (var toolbox = new Toolbox(environment)) {
            return Top.of(toolbox, Terminal.of(in)).setOut(out).setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> tell(failure, command))
                .execute(args);
        }
    }

    /** In words where somebody can mend it, else as whole as it is. */
    private static int tell(Exception failure, CommandLine command) {
        if (failure instanceof Unavailable gone) command.getErr().println(gone.reason());
        else if (failure instanceof Refused || failure instanceof CannotStart || failure instanceof NotDone || failure instanceof Problem) command.getErr().println(failure.getMessage());
        else failure.printStackTrace(command.getErr());
        return FAILED;
    }
}
