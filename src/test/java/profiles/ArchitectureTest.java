package profiles;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import profiles.account.User;
import profiles.profile.Profile;
import profiles.web.ResponseFormat;
import profiles.web.response.Reply;

/** The layout of the code: which package may use which, and where some things are done and nowhere else. */
class ArchitectureTest {
    /** A package uses only those before it in this list, so that there are no cycles. The root package comes last and uses all. */
    private static final List<String> LAYERS = List.of(
        "net", "config", "database", "web", "web.security", "web.assets", "web.request", "web.response", "logging",
        "background", "mail", "storage", "fileformat", "antivirus", "audit", "ratelimit",
        "account", "account.password", "account.link", "account.session", "account.token", "account.email", "account.recovery",
        "account.authentication", "account.admin", "media", "media.zip", "profile", "profile.leaving", "staff", "directory",
        "backup", "health", "metrics", "api", "server", "startup", "cli", "");

    /** One SQL statement reads the session, its user and the profile, which takes the relation on both sides. */
    private static final Set<String> EXCEPTIONS = Set.of(User.class.getName() + " " + Profile.class.getName());

    /** Without what Dagger and Ebean generate. */
    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(location -> Stream.of("Dagger", "_Factory",
        "_MembersInjector", "EbeanEntityRegister", "/query/").noneMatch(location::contains)).importPath("target/classes/profiles");

    @Test void a_package_uses_only_packages_of_lower_layers() {
        classes().should(new ArchCondition<>("use only packages of lower layers") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                for (var dependency : user.getDirectDependenciesFromSelf()) {
                    var used = dependency.getTargetClass();
                    if (!used.getName().matches("profiles\\..*") || used.getPackageName().contains(".query")
                        || EXCEPTIONS.contains(topLevel(user) + " " + topLevel(used))) continue;
                    if (layer(used) > layer(user)) events.add(SimpleConditionEvent.violated(user, dependency.getDescription()));
                }
            }
        }).check(CLASSES);
    }

    @Test void handlers_do_not_catch() {
        classes().that().haveSimpleNameEndingWith("Pages").should(new ArchCondition<>("not catch") {
            @Override
            public void check(JavaClass pages, ConditionEvents events) {
                pages.getCodeUnits().stream().filter(ArchitectureTest::catches)
                    .forEach(method -> events.add(SimpleConditionEvent.violated(pages, method.getDescription() + " catches")));
            }
        }).check(CLASSES);
    }

    @Test void only_the_reply_and_the_errors_ask_for_the_response_format() {
        noClasses().that().doNotHaveFullyQualifiedName(Reply.class.getName()).and().resideOutsideOfPackage("profiles.web..")
            .should().dependOnClassesThat().areAssignableTo(ResponseFormat.class).check(CLASSES);
    }

    @Test void a_file_has_at_most_120_lines_of_code_and_a_line_140_characters() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            for (var file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
                var lines = Files.readAllLines(file);
                assertEquals(List.of(), longLines(lines), file::toString);
                if (file.startsWith("src/main") && !file.endsWith("Routes.java"))
                    assertEquals(0, Math.max(0, lines.stream().filter(ArchitectureTest::isCode).count() - 120),
                    file::toString);
            }
        }
    }

    /** Except in text blocks, which may hold data. */
    private static List<String> longLines(List<String> lines) {
        var isTextBlock = false;
        var found = new ArrayList<String>();
        for (var line : lines) {
            if (!isTextBlock && line.codePointCount(0, line.length()) > 140) found.add(line);
            if ((line.split("\"\"\"", -1).length - 1) % 2 == 1) isTextBlock = !isTextBlock;
        }
        return found;
    }

    private static boolean isCode(String line) {
        return !line.isBlank() && !line.strip().matches("(import |package |/?\\*|//).*");
    }

    private static boolean catches(JavaCodeUnit method) {
        return method.getTryCatchBlocks().stream().anyMatch(block -> !block.getCaughtThrowables().isEmpty()
            && block.getCaughtThrowables().stream().noneMatch(caught -> caught.isEquivalentTo(Throwable.class)));
    }

    private static int layer(JavaClass of) {
        var name = of.getPackageName().replaceFirst("^profiles\\.?", "");
        var layer = LAYERS.indexOf(name);
        if (layer < 0) throw new AssertionError("the package " + of.getPackageName() + " has no layer");
        return layer;
    }

    private static String topLevel(JavaClass of) {
        return of.getName().replaceFirst("\\$.*", "");
    }
}
