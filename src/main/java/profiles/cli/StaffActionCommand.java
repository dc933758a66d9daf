package profiles.cli;

import picocli.CommandLine;
import profiles.account.User;
import profiles.account.admin.AccountAdministration;
import profiles.account.admin.StaffAction;

/** A command that performs a {@link StaffAction} on a user. */
final class StaffActionCommand extends UserCommand {
    private final StaffAction action;
    private final String success;

    private StaffActionCommand(CommandContext context, StaffAction action, String success) {
        super(context);
        this.action = action;
        this.success = success;
    }

    /** @param success the message; %s is the user name */
    static CommandLine of(CommandContext context, String name, StaffAction action, String description, String success) {
        var command = new CommandLine(new StaffActionCommand(context, action, success));
        command.getCommandSpec().name(name).usageMessage().description(description);
        return command;
    }

    @Override
    void run(AccountAdministration administration, User user) {
        check(administration.perform(action, user));
        print(success.formatted(user.username()));
    }
}
