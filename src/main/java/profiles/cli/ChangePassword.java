package profiles.cli;

import picocli.CommandLine.Command;
import profiles.account.Administration;
import profiles.account.User;

@Command(name = "changepassword",
    description = "Give a user another password, and end all sessions. The password is asked for, or read from standard input.")
final class ChangePassword extends UserTask {
    private final Terminal terminal;

    ChangePassword(Tools tools, Terminal terminal) {
        super(tools);
        this.terminal = terminal;
    }

    @Override
    void run(Administration administration, User user) {
        var password = terminal.newPassword();
        check(administration.changePassword(user, password.first(), password.second()));
        say("The password of %s is changed, and all sessions are ended.".formatted(user.username()));
    }
}
