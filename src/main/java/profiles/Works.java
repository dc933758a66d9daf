package profiles;

import io.ebean.Database;
import javax.inject.Inject;
import profiles.data.Pools;
import profiles.media.Storage;
import profiles.staff.SearchUpkeep;

/** What goes on beside the answering, and what all of it needs to the last. */
final class Works {
    private final Daily daily;
    private final Deliveries deliveries;
    private final SearchUpkeep search;
    private final Storage storage;
    private final Database db;
    private final Pools pools;

    @Inject
    Works(Daily daily, Deliveries deliveries, SearchUpkeep search, Storage storage, Database db, Pools pools) {
        this.daily = daily;
        this.deliveries = deliveries;
        this.search = search;
        this.storage = storage;
        this.db = db;
        this.pools = pools;
    }

    void start() {
        daily.start();
        deliveries.start();
        search.start();
    }

    /** What is under way ends first. */
    void stop() {
        daily.stop();
        deliveries.stop();
        search.stop();
        storage.close();
        db.shutdown();
        pools.close();
    }
}
