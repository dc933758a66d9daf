package profiles.startup;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.antivirus.Clamd;
import profiles.antivirus.ScanFailedException;
import profiles.config.Config;
import profiles.config.Environment;
import profiles.config.FilePermissions;
import profiles.database.ConnectionPools;
import profiles.database.SqliteFile;
import profiles.database.SqliteNativeLibrary;
import profiles.server.ListeningSocket;

/** Tests what the settings name before the service starts, so that one message names everything that is wrong. */
public final class StartupChecks {
    private static final Logger LOG = LoggerFactory.getLogger(StartupChecks.class);

    static final String ASCII =
        "Files whose names are not of the letters A to Z cannot be kept in this locale: start the service with LC_ALL=C.UTF-8";

    static final String OPEN = "All users of this machine may read {}";

    private final Config config;
    private final Environment settings;

    public StartupChecks(Config config, Environment settings) {
        this.config = config;
        this.settings = settings;
    }

    public void check() {
        if (settings.isValid("PORT") && settings.isValid("HOST")) checkPort();
        if (settings.isValid("MEDIA_ROOT")) checkMediaFolder();
        new StorageProbe(config.media(), settings).run();
        if (settings.isValid("DATABASE_URL")) openDatabase();
        if (config.development()) checkCompiler();
        settings.throwIfInvalid();
        if (!config.mail().toLog() && config.baseUrl() == null) LOG.warn("BASE_URL {}", noBaseUrl(config));
        if (config.media().clamd().isEnabled()) checkScanner();
        if (config.media().store().onDisk() && !canStoreAnyName()) LOG.warn(ASCII);
        for (var path : openToOthers()) LOG.warn(OPEN + " (chmod o= {})", path, path);
    }

    /** Private files and folders that all users can read. Their permissions stay: another program may need them. */
    List<Path> openToOthers() {
        var paths = new ArrayList<>(List.of(config.media().root()));
        if (config.database().sqlite()) for (var end : List.of("", "-wal", "-shm"))
            paths.add(Path.of(config.database().file() + end).toAbsolutePath());
        return paths.stream().filter(FilePermissions::isOpenToOthers).toList();
    }

    static String noBaseUrl(Config config) {
        return "is not set, so links in mails lead to " + config.linkBase() + ", which is of no use elsewhere";
    }

    /** Whether files of all names can be kept: Java writes them as the locale of the process says. */
    static boolean canStoreAnyName() {
        try {
            Path.of("Größe 履歴書");
            return true;
        } catch (InvalidPathException unwritable) {
            return false;
        }
    }

    /** It may well start after us, and is asked again with each upload. */
    private void checkScanner() {
        try {
            new Clamd(config.media().clamd()).ping();
        } catch (ScanFailedException away) {
            LOG.warn("{}; until then files are {}", away.getMessage(), config.media().clamd().optional()
                ? "taken without a look for viruses" : "not taken");
        }
    }

    /** For commands, which listen nowhere. */
    public void checkDatabase() {
        if (settings.isValid("DATABASE_URL")) openDatabase();
        settings.throwIfInvalid();
    }

    private void checkPort() {
        var address = new InetSocketAddress(config.host(), config.port());
        if (address.isUnresolved()) {
            settings.reject("HOST", "\"" + config.host() + "\" is not an address of this machine");
            return;
        }
        try (var socket = new ServerSocket()) {
            if (ListeningSocket.isInherited()) return;
            socket.setReuseAddress(true);
            socket.bind(address);
        } catch (IOException refused) {
            settings.reject("PORT", "cannot listen on " + config.host() + ":" + config.port() + " (" + refused.getMessage() + ")");
        }
    }

    public void checkMediaFolder() {
        try {
            config.media().permissions().createFolders(config.media().root());
            Files.delete(Files.createTempFile(config.media().root(), ".write", null));
        } catch (IOException refused) {
            settings.reject("MEDIA_ROOT", "cannot write in " + config.media().root());
        }
    }

    void openDatabase() {
        try {
            if (config.database().sqlite()) {
                SqliteNativeLibrary.load(config.database().file());
                SqliteFile.create(config.database());
            }
            readCatalogue();
        } catch (IOException | SQLException refused) {
            settings.reject("DATABASE_URL", "cannot open " + config.database() + " (" + refused.getMessage().lines().findFirst()
                .orElse("") + ")");
        }
    }

    /** SQLite opens any file at first; what is no database shows here. */
    private void readCatalogue() throws SQLException {
        try (var connection = ConnectionPools.connect(config.database())) {
            connection.getMetaData().getTables(connection.getCatalog(), null, "db_migration", null).close();
        }
    }

    /** The finished jar has compiled templates only. */
    private void checkCompiler() {
        if (getClass().getResource("/gg/jte/resolve/DirectoryCodeResolver.class") == null)
            settings.reject("PROFILES_DEV", "templates are compiled again only where the source is, and not by this jar");
    }
}
