package profiles;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.data.NativeSqlite;
import profiles.scan.Clamd;
import profiles.scan.NotScanned;

/** Tries what the settings name before anything is built on it, so that one message tells all that is wrong. */
final class Preflight {
    private static final Logger LOG = LoggerFactory.getLogger(Preflight.class);

    static final String ASCII = "Files whose names are not of the letters A to Z cannot be kept in this locale: start the service with LC_ALL=C.UTF-8";

    private final Config config;
    private final Settings settings;

    Preflight(Config config, Settings settings) {
        this.config = config;
        this.settings = settings;
    }

    void check() {
        if (settings.fine("PORT") && settings.fine("HOST")) listen();
        if (settings.fine("MEDIA_ROOT")) writeMedia();
        new StoreTrial(config.media(), settings).run();
        if (settings.fine("DATABASE_URL")) openDatabase();
        if (config.development()) findCompiler();
        settings.stopIfWrong();
        if (config.media().clamd().on()) greetClamd();
        if (config.media().store().onDisk() && !anyName()) LOG.warn(ASCII);
    }

    /** Whether files of all names can be kept: Java writes them as the locale of the process says. */
    static boolean anyName() {
        try {
            Path.of("Größe 履歴書");
            return true;
        } catch (InvalidPathException unwritable) {
            return false;
        }
    }

    /** It may well start after us, and is asked again with each upload. */
    private void greetClamd() {
        try {
            new Clamd(config.media().clamd()).greet();
        } catch (NotScanned away) {
            LOG.warn("{}; until then files are {}", away.getMessage(), config.media().clamd().optional() ? "taken without a look for viruses" : "not taken");
        }
    }

    /** For commands, which listen nowhere. */
    void checkDatabase() {
        if (settings.fine("DATABASE_URL")) openDatabase();
        settings.stopIfWrong();
    }

    private void listen() {
        var address = new InetSocketAddress(config.host(), config.port());
        if (address.isUnresolved()) {
            settings.wrong("HOST", "\"" + config.host() + "\" is not an address of this machine");
            return;
        }
        try (var socket = new ServerSocket()) {
            if (Inherited.there()) return;
            socket.setReuseAddress(true);
            socket.bind(address);
        } catch (IOException refused) {
            settings.wrong("PORT", "cannot listen on " + config.host() + ":" + config.port() + " (" + refused.getMessage() + ")");
        }
    }

    void writeMedia() {
        try {
            Files.createDirectories(config.media().root());
            Files.delete(Files.createTempFile(config.media().root(), ".write", null));
        } catch (IOException refused) {
            settings.wrong("MEDIA_ROOT", "cannot write in " + config.media().root());
        }
    }

    void openDatabase() {
        try {
            if (config.database().sqlite()) NativeSqlite.load(config.database().file());
            readCatalogue();
        } catch (IOException | SQLException refused) {
            settings.wrong("DATABASE_URL", "cannot open " + config.database() + " (" + refused.getMessage().lines().findFirst().orElse("") + ")");
        }
    }

    /** SQLite opens any file at first; what is no database shows here. */
    private void readCatalogue() throws SQLException {
        try (var connection = DriverManager.getConnection(config.database().url(), config.database().login())) {
            connection.getMetaData().getTables(connection.getCatalog(), null, "db_migration", null).close();
        }
    }

    /** The finished jar has compiled templates only. */
    private void findCompiler() {
        if (getClass().getResource("/gg/jte/resolve/DirectoryCodeResolver.class") == null)
            settings.wrong("PROFILES_DEV", "templates are compiled again only where the source is, and not by this jar");
    }
}
