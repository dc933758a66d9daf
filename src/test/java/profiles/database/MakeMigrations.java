package profiles.database;

import io.ebean.annotation.Platform;
import io.ebean.dbmigration.DbMigration;
import io.ebean.migration.MigrationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import profiles.TestGraph;

/**
 * Writes the next migration of both databases, from the entities as they are: {@code makemigrations}. The argument is its name; a version
 * may stand before it. Without any, only the indexes are written again, as they must be after a migration was edited by hand.
 */
public final class MakeMigrations {
    private static final Path RESOURCES = Path.of("src/main/resources");

    private MakeMigrations() {
    }

    public static void main(String[] args) throws IOException {
        if (args.length > 0) {
            var version = generate(RESOURCES, args.length > 1 ? args[0] : next(RESOURCES), args[args.length - 1]);
            System.out.println(version == null ? "The entities have not changed."
                : "Wrote " + version + ".sql for both databases. Read the SQL before you commit it.");
        }
        for (var platform : List.of("sqlite", "mariadb")) index(RESOURCES, platform);
    }

    /** @return the version, or null when entities and migrations agree */
    static String generate(Path resources, String version, String name) throws IOException {
        var db = EbeanSetup.of(false, TestGraph.ENTITIES).offline(true).build();
        var migration = DbMigration.create();
        migration.setServer(db);
        migration.setPathToResources(resources.toString());
        migration.addPlatform(Platform.SQLITE);
        migration.addPlatform(Platform.MARIADB);
        migration.setLogToSystemOut(false);
        migration.setVersion(version);
        migration.setName(name);
        try {
            var written = migration.generateMigration();
            if (written != null) for (var platform : List.of("sqlite", "mariadb"))
                repeatable(folder(resources, platform).resolve(written + ".sql"));
            return written;
        } finally {
            db.shutdown();
        }
    }

    /**
     * MariaDB keeps the first half of a migration that fails, so each statement must be able to come again; and no charset is left to the
     * server.
     */
    private static void repeatable(Path file) throws IOException {
        var sql = Files.readString(file);
        if (sql.contains("not supported")) throw new IllegalStateException("SQLite cannot do this: write " + file + " by hand.\n" + sql);
        sql = sql.replaceAll("(?m)^(create (table|index)) (?!if)", "$1 if not exists ");
        if (file.getParent().endsWith("mariadb")) sql = sql.replace(" add column ", " add column if not exists ")
            .replaceAll("add constraint (\\w+) foreign key ", "add constraint $1 foreign key if not exists ")
                .replaceAll("(?m)^\\);", ") character set utf8mb4;");
        Files.writeString(file, sql);
    }

    /** @return the index of a platform's migrations: their checksums and names, in order */
    static String indexOf(Path resources, String platform) throws IOException {
        var lines = new ArrayList<String>();
        for (var file : inOrder(resources, platform)) lines.add(checksum(file) + ", " + file.getFileName() + "\n");
        return String.join("", lines);
    }

    private static List<Path> inOrder(Path resources, String platform) throws IOException {
        try (var files = Files.list(folder(resources, platform))) {
            return files.filter(each -> each.toString().endsWith(".sql")).sorted(Comparator.comparing(MakeMigrations::version)).toList();
        }
    }

    /** As ebean-migration counts it: the lines without their ends. */
    private static int checksum(Path file) throws IOException {
        var sum = new CRC32();
        for (var line : Files.readAllLines(file)) sum.update(line.getBytes(StandardCharsets.UTF_8));
        return (int) sum.getValue();
    }

    static Path folder(Path resources, String platform) {
        return resources.resolve("dbmigration").resolve(platform);
    }

    private static void index(Path resources, String platform) throws IOException {
        Files.writeString(folder(resources, platform).resolve("idx_" + platform + ".migrations"), indexOf(resources, platform));
    }

    /** The version after the last. */
    private static String next(Path resources) throws IOException {
        var all = inOrder(resources, "sqlite");
        return version(all.get(all.size() - 1)).nextVersion();
    }

    private static MigrationVersion version(Path file) {
        return MigrationVersion.parse(file.getFileName().toString().replaceFirst("\\.sql$", ""));
    }
}
