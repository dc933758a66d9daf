package profiles.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.Driver;
import org.mariadb.jdbc.HostAddress;
import org.mariadb.jdbc.MariaDbDataSource;
import org.mariadb.jdbc.export.HaMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.config.DatabaseConfig;

/**
 * Connects to MariaDB. Of several hosts named by {@code sequential:} it takes the first that answers. The driver would do so too, but it
 * moves single connections to another host behind the pool's back; here a broken connection stays broken, and all connections move
 * together.
 */
final class FailoverDataSource extends MariaDbDataSource {
    private static final Logger LOG = LoggerFactory.getLogger(FailoverDataSource.class);

    /** Connecting, then silence in an answer, in milliseconds: a frozen server is left within some ten seconds. */
    private static final int CONNECT = 2_000, SILENCE = 8_000;
    /** For statements that may work or wait for long before they answer: migrations, cleanup, backups. */
    static final int LONG_SILENCE = 600_000;
    /** In seconds. It ends before SILENCE, so that a lock is told from a server that has gone. */
    private static final int LOCK_WAIT = 5;
    /** How long a host that did not answer is asked last. */
    private static final long AVOIDED_NANOS = TimeUnit.SECONDS.toNanos(20);

    /**
     * A read on any Galera node waits until the node has applied what was acknowledged before it (wsrep_sync_wait). A server without the
     * variable must not refuse the connection, and a node outside the cluster's majority does refuse these questions.
     */
    private static final String SESSION = "set session innodb_lock_wait_timeout = " + LOCK_WAIT + ", lock_wait_timeout = %d;"
        + " set @profiles_wait = (select if(count(*) = 0, 'do 0',"
        + " 'set session wsrep_sync_wait = 15') from information_schema.system_variables where variable_name = 'WSREP_SYNC_WAIT');"
        + " execute immediate @profiles_wait";

    /**
     * What the operator's URL may say otherwise. Pipelined, a prepare that fails with a deadlock leaves the driver waiting for an answer
     * for ever.
     */
    private static final Map<String, String> DEFAULTS = Map.of("useServerPrepStmts", "true", "connectionTimeZone", "UTC",
        "forceConnectionTimeZoneToSession", "true", "disablePipeline", "true", "connectTimeout", String.valueOf(CONNECT));

    private final Configuration config;
    private final Map<HostAddress, Long> avoided = new ConcurrentHashMap<>();
    private final AtomicReference<HostAddress> current = new AtomicReference<>();
    private volatile Runnable onMove = () -> { };

    private FailoverDataSource(DatabaseConfig database, int silence) throws SQLException {
        var properties = database.login();
        DEFAULTS.forEach((name, value) -> unlessInUrl(database.url(), name, value, properties));
        unlessInUrl(database.url(), "initSql", SESSION.formatted(silence == SILENCE ? LOCK_WAIT : silence / 1000), properties);
        unlessInUrl(database.url(), "socketTimeout", String.valueOf(silence), properties);
        this.config = Configuration.parse(database.url(), properties);
    }

    static FailoverDataSource of(DatabaseConfig database) throws SQLException {
        return new FailoverDataSource(database, SILENCE);
    }

    /** One connection outside the pools, for work that may be long. */
    static Connection connectForLong(DatabaseConfig database) throws SQLException {
        return new FailoverDataSource(database, LONG_SILENCE).getConnection();
    }

    private static void unlessInUrl(String url, String name, String value, Properties to) {
        var parameters = url.toLowerCase(Locale.ROOT).replaceFirst("^[^?]*", "");
        if (!parameters.matches(".*[?&]" + name.toLowerCase(Locale.ROOT) + "=.*")) to.put(name, value);
    }

    /** @param onMove is run when a connection was made to another host than the one before, so that the pools leave that one */
    void onMove(Runnable onMove) {
        this.onMove = onMove;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (config.haMode() != HaMode.SEQUENTIAL) return Driver.connect(config);
        SQLException last = null;
        for (var host : inOrder()) {
            try {
                var connection = Driver.connect(config.toBuilder().haMode(HaMode.NONE).addresses(host).build());
                arrived(host);
                return connection;
            } catch (SQLException failed) {
                avoided.put(host, System.nanoTime());
                last = failed;
            }
        }
        throw last;
    }

    /** As the URL names them, those last that did not answer just now. */
    private List<HostAddress> inOrder() {
        avoided.values().removeIf(since -> System.nanoTime() - since > AVOIDED_NANOS);
        var hosts = new ArrayList<>(config.addresses());
        hosts.sort(Comparator.comparing(avoided::containsKey));
        return hosts;
    }

    private void arrived(HostAddress host) {
        avoided.remove(host);
        var before = current.getAndSet(host);
        if (before == null || before.equals(host)) return;
        LOG.warn("The database is used at {}:{} from now on, and no longer at {}:{}", host.host, host.port, before.host, before.port);
        onMove.run();
    }

    /** A pool sets its own patience, which is not the driver's. */
    @Override
    public void setLoginTimeout(int seconds) { }
}
