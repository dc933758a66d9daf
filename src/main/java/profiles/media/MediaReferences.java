package profiles.media;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import profiles.web.Visitor;

/** The references of the database to stored files. */
public interface MediaReferences {

    /** Whether this visitor may read the file: its owner and staff, while a profile refers to it. */
    boolean isReadable(String key, Visitor visitor);

    /** Those of the keys that a profile refers to. */
    Set<String> referenced(Collection<String> keys);

    /** @param each takes the text of each reference as the database has it, see {@link MediaKey} */
    void forEach(Consumer<String> each);

    /** Where the service stores files. */
    List<String> folders();
}
