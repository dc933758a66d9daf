package profiles.fileformat;

import java.io.IOException;
import profiles.storage.Storage;

/** Checks whether a file has a format. The bytes come from a stranger, so they are read in bounded memory and time. */
interface FileValidator {

    /**
     * @return whether the file is of this kind
     * @throws RejectedFile when it is, and cannot be taken
     */
    boolean hold(Storage.Source file) throws IOException, RejectedFile;
}
