package profiles.cli;

import picocli.CommandLine.Command;
import profiles.account.User;
import profiles.account.admin.AccountAdministration;

@Command(name = "changepassword",
    description = "Give a user another password, and end all sessions. The password is asked for, or read from standard input.")
final class ChangePassword extends UserCommand {
    private final Terminal terminal;

    ChangePassword(CommandContext context, Terminal terminal) {
        super(context);
        this.terminal = terminal;
    }

    @Override
    void run(AccountAdministration administration, User user) {
        var password = terminal.newPassword();
        check(administration.changePassword(user, password.first(), password.second()));
        print("The password of %s is changed, and all sessions are ended.".formatted(user.username()));
    }
}
