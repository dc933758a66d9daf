package profiles.media;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import profiles.web.Visitor;

/** The references of the database to stored files. A file without a reference is deleted by the cleanup. */
public interface MediaReferences {

    /** Whether this visitor may read the file: its owner and staff, while a row refers to it. */
    boolean isReadable(String key, Visitor visitor);

    /** Those of the keys that a row refers to. */
    Set<String> referenced(Collection<String> keys);

    /** Whether any row refers to any file at all. */
    boolean hasAny();

    /** Whether unreferenced files must stay for now, see {@link DeletionLeases}. */
    boolean held();

    /** Whether a Django project has made the database: tables of its own may then refer to files, too. */
    boolean isDjangoDatabase();

    /** The folders that hold such files; what else lies in the storage is not ours to touch. */
    List<String> folders();
}
