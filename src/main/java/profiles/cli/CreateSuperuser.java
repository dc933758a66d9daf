package profiles.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "createsuperuser",
    description = "Make a user who may do everything. What is not given is asked for, or read from standard input, a line each; the password always.")
final class CreateSuperuser extends Task {
    private final Tools tools;
    private final Terminal terminal;

    @Option(names = "--username", paramLabel = "NAME", description = "The user name.")
    private String username;

    @Option(names = "--email", paramLabel = "ADDRESS", description = "The e-mail address; may be empty.")
    private String email;

    CreateSuperuser(Tools tools, Terminal terminal) {
        this.tools = tools;
        this.terminal = terminal;
    }

    @Override
    public void run() {
        var administration = tools.administration();
        var name = username != null ? username : terminal.ask("User name");
        var address = email != null ? email : terminal.ask("E-mail (may be empty)");
        var password = terminal.newPassword();
        check(administration.createSuperuser(name, address, password.first(), password.second()));
        say("The superuser %s is ready.".formatted(administration.named(name).username()));
    }
}
