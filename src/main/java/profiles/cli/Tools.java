package profiles.cli;

import java.nio.file.Path;
import java.util.List;
import profiles.account.Administration;
import profiles.media.Sweep;

/** What commands work with. Nothing is opened before it is asked for. @throws profiles.CannotStart when the settings or the database forbid it */
public interface Tools {

    Administration administration();

    Sweep sweep();

    /** Does the work while no other copy of the service does the like. @throws Refused when one does */
    void alone(Runnable work);

    /** @return the steps that were done, none when the database was up to date */
    List<String> migrate();

    /** @param file null: beside the jar @return the command that starts the service with it */
    String archive(Path file);

    /** Looks, and changes nothing. */
    List<Finding> findings();
}
