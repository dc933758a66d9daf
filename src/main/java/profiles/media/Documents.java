package profiles.media;

import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts documents into the storage, under names of their own, and takes them out. */
@Singleton
public final class Documents {
    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);
    private static final int TRIES = 20;

    private final Storage storage;
    private final Holds holds;
    private final Uploads uploads;

    @Inject
    Documents(Storage storage, Holds holds, Uploads uploads) {
        this.storage = storage;
        this.holds = holds;
        this.uploads = uploads;
    }

    /** @return the key: the document's own name where it is free and may be used again, else with a random end */
    public String store(String folder, Document document) {
        var key = storage.deletesLate() ? MediaName.otherKey(folder, document.name()) : MediaName.key(folder, document.name());
        for (int i = 0; i < TRIES; i++) {
            if (storage.create(key, document.upload().size(), document)) {
                uploads.stored(document.upload().size());
                return key;
            }
            key = MediaName.otherKey(folder, document.name());
        }
        throw new IllegalStateException("no free name for " + key);
    }

    /**
     * Removes what nothing refers to any more: call it after the commit. Where that fails, or a backup may be copying the file, nothing is
     * wrong for the asker: the sweep tries again.
     */
    public void discard(String key) {
        try {
            if (!holds.any()) storage.delete(key);
        } catch (RuntimeException failed) {
            LOG.warn("{} is left for the sweep", key, failed);
        }
    }
}
