package profiles.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import profiles.account.admin.AccountAdministration;
import profiles.backup.BackupSummary;
import profiles.media.MediaAdoption;
import profiles.media.MediaCleanup;
import profiles.startup.CheckResult;

/**
 * What commands work with. Nothing is opened before it is asked for. @throws profiles.config.StartupException when the settings or the
 * database forbid it
 */
public interface CommandContext {

    AccountAdministration administration();

    MediaCleanup sweep();

    MediaAdoption adoption();

    /** Does the work while no other copy of the service does the like. @throws CommandException when one does */
    void runExclusively(Runnable work);

    /** @return the steps that were done, none when the database was up to date */
    List<String> migrate();

    /** Copies database and documents while the service runs. @param to a new file @param warn takes what somebody should look at */
    BackupSummary backUp(Path to, Consumer<String> warn);

    /** Puts a backup into an empty database and an empty place for documents. @param say takes what was there already */
    BackupSummary restore(Path from, Consumer<String> say);

    /** @param file null: beside the jar @return the command that starts the service with it */
    String archiveClasses(Path file);

    /** Looks, and changes nothing. */
    List<CheckResult> check();
}
