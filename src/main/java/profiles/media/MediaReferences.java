package profiles.media;

import java.util.Collection;
import java.util.Set;
import profiles.web.Visitor;

/** The references of the database to stored files. */
public interface MediaReferences {

    /** Whether this visitor may read the file: its owner and staff, while a profile refers to it. */
    boolean isReadable(String key, Visitor visitor);

    /** Those of the keys that a profile refers to. */
    Set<String> referenced(Collection<String> keys);
}
