package profiles.background;

import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Singleton;

/** All workers of this copy of the service. */
@Singleton
public final class Workers {
    private final Clock clock;
    private final Map<String, Worker> all = Collections.synchronizedMap(new LinkedHashMap<>());

    @Inject
    Workers(Clock clock) {
        this.clock = clock;
    }

    /** @param name of what it does, for the log, the health and the metrics */
    public Worker named(String name) {
        return all.computeIfAbsent(name, unknown -> new Worker(name, clock));
    }

    public List<Worker> all() {
        return List.copyOf(all.values());
    }
}
