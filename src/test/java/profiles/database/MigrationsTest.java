package profiles.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.TestGraph;
import profiles.config.StartupException;
import profiles.fixture.Engine;
import profiles.fixture.Service;

class MigrationsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");

    @Test void entities_and_migrations_agree(@TempDir Path copy) throws IOException {
        copy(RESOURCES.resolve("dbmigration"), copy.resolve("dbmigration"));

        assertNull(MakeMigrations.generate(copy, "99.0", "changed"), "run makemigrations (see src/docs/extending.md)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "mariadb"})
    void the_index_names_each_migration_with_its_checksum(String platform) throws IOException {
        assertEquals(MakeMigrations.indexOf(RESOURCES, platform), Files.readString(MakeMigrations.folder(RESOURCES, platform)
            .resolve("idx_" + platform + ".migrations")), "run makemigrations without arguments (see src/docs/extending.md)");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_tables_have_the_columns_that_the_entities_have(Engine engine) {
        try (var service = Service.on(engine)) {
            for (var entity : TestGraph.ENTITIES) {
                var type = service.db().pluginApi().beanType(entity);
                var rows = service.db().sqlQuery("select count(*) as n from " + type.baseTable()).findOne();
                assertEquals(0L, rows.getLong("n"));
                service.db().find(entity).findList();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void migrating_again_changes_nothing(Engine engine) {
        try (var service = Service.on(engine)) {
            var before = steps(service);

            new Migrations(service.graph().pools().writers(), engine == Engine.SQLITE).run();

            assertEquals(before, steps(service));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_database_of_a_newer_version_is_refused(Engine engine) {
        try (var service = Service.on(engine)) {
            service.db().sqlUpdate("update db_migration set mversion = '99.0' where mversion = '1.0'").execute();

            var refusal = assertThrows(StartupException.class, () ->
                new Migrations(service.graph().pools().writers(), engine == Engine.SQLITE).run());

            assertTrue(refusal.getMessage().contains("newer version than this jar"), refusal.getMessage());
            assertTrue(refusal.getMessage().contains("99.0"), refusal.getMessage());
        }
    }

    private static Set<String> steps(Service service) {
        return service.db().sqlQuery("select mversion, mchecksum, run_on from db_migration").findList().stream().map(Object::toString)
            .collect(Collectors.toCollection(HashSet::new));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var path : all.toList()) Files.copy(path, to.resolve(from.relativize(path)));
        }
    }
}
