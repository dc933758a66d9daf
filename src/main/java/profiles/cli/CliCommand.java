package profiles.cli;

import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import profiles.web.FormErrors;

/** A command. It prints what it did, or throws why it did not. */
abstract class CliCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    final void print(String line) {
        spec.commandLine().getOut().println(line);
    }

    /** Other programs may have named a file to steer a terminal. */
    final void printKey(String key) {
        print(key.replaceAll("\\p{C}", "?"));
    }

    /** What somebody should look at, though the command goes on. */
    final void printWarning(String line) {
        spec.commandLine().getErr().println(line);
    }

    /** @throws CommandException with every message, a line each */
    static void check(FormErrors errors) {
        if (errors.isEmpty()) return;
        throw new CommandException(errors.byField().entrySet().stream()
            .flatMap(field -> field.getValue().stream().map(message -> line(field.getKey(), message))).collect(Collectors.joining("\n")));
    }

    private static String line(String field, String message) {
        return field.equals(FormErrors.FORM) ? message : field + ": " + message;
    }
}
