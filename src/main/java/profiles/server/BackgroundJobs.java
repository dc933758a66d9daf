package profiles.server;

import io.ebean.Database;
import javax.inject.Inject;
import profiles.database.ConnectionPools;
import profiles.directory.SearchIndexer;
import profiles.media.Documents;
import profiles.storage.Storage;

/** Starts and stops all background jobs, and closes what they need. */
final class BackgroundJobs {
    private final DailyCleanup daily;
    private final MailWorker deliveries;
    private final SearchIndexer search;
    private final Documents documents;
    private final Storage storage;
    private final Database db;
    private final ConnectionPools pools;

    @Inject
    BackgroundJobs(DailyCleanup daily, MailWorker deliveries, SearchIndexer search, Documents documents, Storage storage, Database db,
        ConnectionPools pools) {
        this.daily = daily;
        this.deliveries = deliveries;
        this.search = search;
        this.documents = documents;
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
        documents.stop();
        storage.close();
        db.shutdown();
        pools.close();
    }
}
