package profiles.cli;

import picocli.CommandLine.Parameters;
import profiles.account.User;
import profiles.account.admin.AccountAdministration;

/** A command about one user. */
abstract class UserCommand extends CliCommand {
    private final CommandContext context;

    @Parameters(paramLabel = "USER", description = "The user name.")
    private String username;

    UserCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public final void run() {
        var administration = context.administration();
        var user = administration.findByName(username);
        if (user == null) throw new CommandException("There is no user named \"" + username + "\".");
        run(administration, user);
    }

    abstract void run(AccountAdministration administration, User user);
}
