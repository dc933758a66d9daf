package profiles.cli;

import picocli.CommandLine.Command;
import profiles.account.Administration;
import profiles.account.Deed;
import profiles.account.User;

@Command(name = "unmakestaff", description = "This user is not staff any more.")
final class UnmakeStaff extends UserTask {
    UnmakeStaff(Tools tools) {
        super(tools);
    }

    @Override
    void run(Administration administration, User user) {
        check(administration.perform(Deed.UNMAKE_STAFF, user));
        say("%s is not staff any more.".formatted(user.username()));
    }
}
