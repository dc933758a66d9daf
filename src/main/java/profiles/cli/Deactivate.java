package profiles.cli;

import picocli.CommandLine.Command;
import profiles.account.Administration;
import profiles.account.Deed;
import profiles.account.User;

@Command(name = "deactivate", description = "Nobody can sign in as this user any more, and all sessions end.")
final class Deactivate extends UserTask {

    Deactivate(Tools tools) {
        super(tools);
    }

    @Override
    void run(Administration administration, User user) {
        check(administration.perform(Deed.DEACTIVATE, user));
        say("%s is not active any more, and all sessions are ended.".formatted(user.username()));
    }
}
