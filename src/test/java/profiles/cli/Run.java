package profiles.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import profiles.Commands;

/** A command that was run: its exit code, and what it said. */
public record Run(int code, String out, String err) {

    /** @param typed what is piped into it */
    public static Run of(Map<String, String> environment, String typed, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        var code = Commands.run(args, in, new PrintWriter(out, true), new PrintWriter(err, true), environment);
        return new Run(code, out.toString(), err.toString());
    }
}
