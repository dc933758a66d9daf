package profiles.cli;

import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import profiles.web.Errors;

/** A command. It says what it did, or throws what kept it from that. */
abstract class Task implements Runnable {
    @Spec
    private CommandSpec spec;

    final void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    /** What somebody should look at, though the command goes on. */
    final void warn(String line) {
        spec.commandLine().getErr().println(line);
    }

    /** @throws Refused with every message, a line each */
    static void check(Errors errors) {
        if (errors.none()) return;
        throw new Refused(errors.byField().entrySet().stream()
            .flatMap(field -> field.getValue().stream().map(message -> line(field.getKey(), message))).collect(Collectors.joining("\n")));
    }

    private static String line(String field, String message) {
        return field.equals(Errors.FORM) ? message : field + ": " + message;
    }
}
