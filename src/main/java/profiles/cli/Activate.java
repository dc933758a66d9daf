package profiles.cli;

import picocli.CommandLine.Command;
import profiles.account.Administration;
import profiles.account.Deed;
import profiles.account.User;

@Command(name = "activate", description = "This user can sign in again.")
final class Activate extends UserTask {

    Activate(Tools tools) {
        super(tools);
    }

    @Override
    void run(Administration administration, User user) {
        check(administration.perform(Deed.ACTIVATE, user));
        say("%s is active.".formatted(user.username()));
    }
}
