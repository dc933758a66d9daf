package profiles.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import profiles.account.Administration;
import profiles.backup.Copied;
import profiles.media.Sweep;

/** What commands work with. Nothing is opened before it is asked for. @throws profiles.CannotStart when the settings or the database forbid it */
public interface Tools {

    Administration administration();

    Sweep sweep();

    /** Does the work while no other copy of the service does the like. @throws Refused when one does */
    void alone(Runnable work);

    /** @return the steps that were done, none when the database was up to date */
    List<String> migrate();

    /** Copies database and documents while the service runs. @param to a new file @param warn takes what somebody should look at */
    Copied backUp(Path to, Consumer<String> warn);

    /** Puts a backup into an empty database and an empty place for documents. */
    Copied restore(Path from);

    /** @param file null: beside the jar @return the command that starts the service with it */
    String archive(Path file);

    /** Looks, and changes nothing. */
    List<Finding> findings();
}
