package profiles.media;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import javax.inject.Inject;
import javax.inject.Singleton;

/** Counts the documents that this copy of the service has stored and refused. */
@Singleton
public final class UploadCounters {
    /** What was wrong with one: too large or empty; not what the field takes; a virus; or nobody could look for one. */
    public enum Refusal { SIZE, CONTENT, VIRUS, UNSCANNED }

    private final LongAdder stored = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final Map<Refusal, LongAdder> refused = new EnumMap<>(Refusal.class);

    @Inject
    UploadCounters() {
        for (var refusal : Refusal.values()) refused.put(refusal, new LongAdder());
    }

    void stored(long size) {
        stored.increment();
        bytes.add(size);
    }

    public void refused(Refusal why) {
        refused.get(why).increment();
    }

    public long stored() {
        return stored.sum();
    }

    public long bytes() {
        return bytes.sum();
    }

    public long refusals(Refusal why) {
        return refused.get(why).sum();
    }
}
