package profiles.media;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import profiles.web.Visitor;

/** What the database says about stored files: a file that no row refers to is nobody's, and is swept. */
public interface References {

    /** Whether this visitor may read the file: its owner, or staff, while a row refers to it. */
    boolean readable(String key, Visitor visitor);

    /** Those of the keys that a row refers to. */
    Set<String> among(Collection<String> keys);

    /** Whether any row refers to any file at all. */
    boolean any();

    /** Whether files must stay that no row refers to any more, see {@link Holds}. */
    boolean held();

    /** The folders that hold such files; what else lies in the storage is not ours to touch. */
    List<String> folders();
}
