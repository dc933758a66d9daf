package profiles.cli;

import picocli.CommandLine.Parameters;
import profiles.account.Administration;
import profiles.account.User;

/** A command about one user. */
abstract class UserTask extends Task {
    private final Tools tools;

    @Parameters(paramLabel = "USER", description = "The user name.")
    private String username;

    UserTask(Tools tools) {
        this.tools = tools;
    }

    @Override
    public final void run() {
        var administration = tools.administration();
        var user = administration.named(username);
        if (user == null) throw new Refused("There is no user named \"" + username + "\".");
        run(administration, user);
    }

    abstract void run(Administration administration, User user);
}
