package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import profiles.fixture.Jar;

/** What is in the jar that people download, and what is not. */
class JarIT {
    private static final int MEGABYTE = 1024 * 1024;
    private static Set<String> entries;

    @BeforeAll
    static void open() throws IOException {
        try (var jar = new JarFile(Jar.FILE.toFile())) {
            entries = jar.stream().filter(entry -> !entry.isDirectory()).map(entry -> entry.getName()).collect(Collectors.toSet());
        }
    }

    @Test void sqlite_runs_on_the_machines_that_people_have_and_no_other_is_carried_about() {
        assertEquals(Set.of("Linux/x86_64/libsqlitejdbc.so", "Linux/aarch64/libsqlitejdbc.so", "Linux-Musl/x86_64/libsqlitejdbc.so",
            "Linux-Musl/aarch64/libsqlitejdbc.so", "Windows/x86_64/sqlitejdbc.dll", "Mac/aarch64/libsqlitejdbc.dylib"),
            below("org/sqlite/native/"));
    }

    @Test void pages_and_what_they_load_are_inside() throws IOException {
        try (var jte = Files.walk(Path.of("jte"))) {
            var templates = jte.filter(file -> file.toString().endsWith(".jte")).count();
            assertEquals(templates, below("gg/jte/generated/precompiled/").stream().filter(name -> name.endsWith("Generated.class"))
                .count());
        }
        assertTrue(below("static/").containsAll(Set.of("pico.min.css", "profiles.css", "icon.svg", "docs.js",
            "swagger-ui/swagger-ui-bundle.js", "swagger-ui/swagger-ui.css")));
        assertTrue(below("static/").containsAll(Set.of("pico.min.css.br", "pico.min.css.gz", "swagger-ui/swagger-ui-bundle.js.br")));
    }

    @Test void what_the_service_does_not_use_stays_outside() {
        for (var unused : new String[] {"gg/jte/compiler/", "com/aayushatharva/", "lib/linux-x86_64/", "org/eclipse/jetty/ee10/websocket/",
            "org/eclipse/jetty/websocket/", "org/junit/",
            "com/microsoft/playwright/", "io/netty/", "org/apache/hc/", "META-INF/native-image/", "dagger/internal/codegen/",
            "io/ebean/dbmigration/"})
            assertEquals(Set.of(), below(unused), unused);
    }

    @Test void no_signature_of_another_jar_and_no_module_of_its_own_is_left() {
        assertTrue(entries.stream().noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|DSA|RSA)") || name.endsWith("module-info.class")));
    }

    @Test void it_is_quick_to_download() throws IOException {
        assertTrue(Files.size(Jar.FILE) < 40 * MEGABYTE, () -> Jar.FILE.toFile().length() + " bytes");
    }

    private static Set<String> below(String folder) {
        return entries.stream().filter(name -> name.startsWith(folder)).map(name -> name.substring(folder.length()))
            .collect(Collectors.toSet());
    }
}
