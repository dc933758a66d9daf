package profiles.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "createsuperuser",
    description =
        "Make a user who may do everything. What is not given is asked for, or read from standard input, a line each; the password always.")
final class CreateSuperuser extends CliCommand {
    private final CommandContext context;
    private final Terminal terminal;

    @Option(names = "--username", paramLabel = "NAME", description = "The user name.")
    private String username;

    @Option(names = "--email", paramLabel = "ADDRESS", description = "The e-mail address; may be empty.")
    private String email;

    CreateSuperuser(CommandContext context, Terminal terminal) {
        this.context = context;
        this.terminal = terminal;
    }

    @Override
    public void run() {
        var administration = context.administration();
        var name = username != null ? username : terminal.ask("User name");
        var address = email != null ? email : terminal.ask("E-mail (may be empty)");
        var password = terminal.newPassword();
        check(administration.createSuperuser(name, address, password.first(), password.second()));
        print("The superuser %s is ready.".formatted(administration.findByName(name).username()));
    }
}
