package profiles.cli;

import picocli.CommandLine.Command;
import profiles.account.Administration;
import profiles.account.Deed;
import profiles.account.User;

@Command(name = "end", description = "End all sessions of a user.")
final class EndSessions extends UserTask {

    EndSessions(Tools tools) {
        super(tools);
    }

    @Override
    void run(Administration administration, User user) {
        check(administration.perform(Deed.END_SESSIONS, user));
        say("All sessions of %s are ended.".formatted(user.username()));
    }
}
