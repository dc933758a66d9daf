package profiles.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Who answers a command's questions: a person at a terminal, or a program that pipes in one line for each. */
public final class Terminal {
    private final Console console;
    private final BufferedReader lines;

    private Terminal(Console console, InputStream in) {
        this.console = console;
        this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    public static Terminal of(InputStream in) {
        // Without this, Java 22 to 24 call a pipe a console too.
        System.setProperty("jdk.console", "java.base");
        return new Terminal(in == System.in ? System.console() : null, in);
    }

    /** @param what as a person is asked, such as "User name" */
    String ask(String what) {
        return given(what, console == null ? line() : console.readLine("%s: ", what));
    }

    /** Not shown while it is typed, and typed twice; a pipe tells it once. */
    NewSecret newPassword() {
        if (console == null) {
            var password = ask("Password");
            return new NewSecret(password, password);
        }
        return new NewSecret(askHidden("Password"), askHidden("The same password again"));
    }

    private String askHidden(String what) {
        var typed = console.readPassword("%s: ", what);
        return given(what, typed == null ? null : new String(typed));
    }

    private static String given(String what, String answer) {
        if (answer == null) throw new CommandException("Nothing was done: the input ended before this was given: " + what);
        return answer;
    }

    private String line() {
        try {
            return lines.readLine();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    /** Both as typed; they may differ. */
    record NewSecret(String first, String second) {

        @Override
        public String toString() {
            return "NewSecret";
        }
    }
}
