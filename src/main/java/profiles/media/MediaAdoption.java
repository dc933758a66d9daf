package profiles.media;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.inject.Inject;
import profiles.database.SharedDatabase;
import profiles.storage.Storage;
import profiles.storage.StoredFile;

/** Takes files into the {@link MediaLedger} that another program stored, such as Django, and that belong to one profile alone. */
public final class MediaAdoption {
    private static final int AT_ONCE = 500;

    /** What was found out about a file. */
    public enum Finding {
        ADOPTED("named by one profile and nothing else"),
        OWN("in the ledger already"),
        NAMED_TWICE("named by several profiles"),
        NAMED_BY_OTHERS("named by another table, too"),
        MISSPELLED("named in another spelling: case, accents or slashes"),
        MISSING("named, and not there"),
        UNNAMED("named by no profile");

        private final String text;

        Finding(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private final Storage storage;
    private final MediaLedger ledger;
    private final MediaReferences references;
    private final SharedDatabase shared;

    @Inject
    MediaAdoption(Storage storage, MediaLedger ledger, MediaReferences references, SharedDatabase shared) {
        this.storage = storage;
        this.ledger = ledger;
        this.references = references;
        this.shared = shared;
    }

    /** @param each takes the keys of the adopted files @return the number of files for each finding */
    public Map<Finding, Integer> run(Consumer<String> each) {
        return examine(file -> {
            ledger.adopt(file);
            each.accept(file.key());
        });
    }

    /** Changes nothing. @param each takes the keys of the files that {@link #run} would adopt @return as {@link #run} */
    public Map<Finding, Integer> dryRun(Consumer<String> each) {
        return examine(file -> each.accept(file.key()));
    }

    private Map<Finding, Integer> examine(Consumer<StoredFile> adopted) {
        var named = new TreeMap<String, List<String>>();
        references.forEach(text -> named.computeIfAbsent(MediaKey.normalized(text), key -> new ArrayList<>(1)).add(text));
        var stored = stored(named.keySet());
        var alike = new TreeSet<String>();
        stored.keySet().forEach(key -> alike.add(folded(key)));
        var counts = new EnumMap<Finding, Integer>(Finding.class);
        for (var finding : Finding.values()) counts.put(finding, 0);

        var candidates = new ArrayList<String>();
        named.forEach((key, texts) -> {
            if (!stored.containsKey(key)) counts.merge(alike.contains(folded(key)) ? Finding.MISSPELLED : Finding.MISSING, 1, Integer::sum);
            else if (texts.size() > 1) counts.merge(Finding.NAMED_TWICE, 1, Integer::sum);
            else if (!texts.get(0).equals(key)) counts.merge(Finding.MISSPELLED, 1, Integer::sum);
            else candidates.add(key);
        });
        for (int i = 0; i < candidates.size(); i += AT_ONCE) {
            var some = candidates.subList(i, Math.min(candidates.size(), i + AT_ONCE));
            var own = ledger.known(some);
            var others = shared.mentioned(MediaKey.spellings(some)).stream().map(MediaKey::normalized).toList();
            for (var key : some) {
                var finding = own.contains(key) ? Finding.OWN : others.contains(key) ? Finding.NAMED_BY_OTHERS : Finding.ADOPTED;
                if (finding == Finding.ADOPTED) adopted.accept(stored.get(key));
                counts.merge(finding, 1, Integer::sum);
            }
        }
        counts.put(Finding.UNNAMED, (int) stored.keySet().stream().filter(key -> !named.containsKey(key)).count());
        return counts;
    }

    /** The files in the folders of the documents, and in all folders that the keys name. */
    private Map<String, StoredFile> stored(Collection<String> keys) {
        var folders = new TreeSet<>(references.folders());
        keys.stream().filter(key -> key.contains("/")).forEach(key -> folders.add(key.substring(0, key.lastIndexOf('/'))));
        var stored = new HashMap<String, StoredFile>();
        folders.forEach(folder -> storage.list(folder, file -> stored.put(file.key(), file)));
        return stored;
    }

    /** What a file system may take for the same name. */
    private static String folded(String key) {
        return Normalizer.normalize(key, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
