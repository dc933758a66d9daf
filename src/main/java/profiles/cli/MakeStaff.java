package profiles.cli;

import picocli.CommandLine.Command;
import profiles.account.Administration;
import profiles.account.Deed;
import profiles.account.User;

@Command(name = "makestaff", description = "This user may see and change the profiles of all members.")
final class MakeStaff extends UserTask {
    MakeStaff(Tools tools) {
        super(tools);
    }

    @Override
    void run(Administration administration, User user) {
        check(administration.perform(Deed.MAKE_STAFF, user));
        say("%s is staff.".formatted(user.username()));
    }
}
