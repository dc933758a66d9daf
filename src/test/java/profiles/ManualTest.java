package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README and the manual: short sentences, links that lead somewhere, and all settings. */
class ManualTest {
    private static final Path README = Path.of("README.md"), MANUAL = Path.of("src/docs"), CODE = Path.of("src/main/java/profiles");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]*)(?:#([^)]+))?\\)");
    private static final Pattern SETTING_IN_CODE =
        Pattern.compile("(?:text|secret|number|flag|isOn)\\(\"([A-Z][A-Z0-9_]+)\"|\"([A-Z0-9]+_[A-Z0-9_]+)\"");
    private static final Pattern SETTING_IN_MANUAL = Pattern.compile("`([A-Z][A-Z0-9_]+)`");

    @Test void the_readme_has_at_most_200_lines() throws IOException {
        assertTrue(Files.readAllLines(README).size() <= 200);
    }

    @Test void no_sentence_has_more_than_30_words() throws IOException {
        var long30 = new ArrayList<String>();
        for (var page : pages()) {
            for (var sentence : prose(page).split("(?<=[.!?:;])\\s+|\\n\\s*\\n|\\n\\s*(?:-|\\d+\\.) ")) {
                if (sentence.strip().split("\\s+").length > 30) long30.add(page + ": " + sentence.strip());
            }
        }
        assertEquals(List.of(), long30);
    }

    @Test void every_link_leads_to_a_file_and_a_heading() throws IOException {
        for (var page : pages()) {
            var links = LINK.matcher(Files.readString(page));
            while (links.find()) {
                var target = links.group(1).isEmpty() ? page : page.resolveSibling(links.group(1)).normalize();
                assertTrue(Files.exists(target), page + " links to " + target);
                if (links.group(2) != null) assertTrue(anchors(target).contains(links.group(2)), page + " links to " + links.group());
            }
        }
    }

    @Test void the_manual_names_every_setting_and_no_other() throws IOException {
        var read = new TreeSet<String>();
        for (var file : Stream.concat(javaFiles(CODE.resolve("config")), Stream.of(CODE.resolve("startup/StartupChecks.java"))).toList()) {
            var found = SETTING_IN_CODE.matcher(Files.readString(file));
            while (found.find()) read.add(found.group(1) != null ? found.group(1) : found.group(2));
        }
        // Switches on development mode, which extending.md explains by its command.
        read.remove("PROFILES_DEV");
        var documented = new TreeSet<String>();
        for (var row : Files.readAllLines(MANUAL.resolve("settings.md")).stream().filter(line -> line.startsWith("| `")).toList()) {
            var found = SETTING_IN_MANUAL.matcher(row.split("\\|")[1]);
            while (found.find()) documented.add(found.group(1));
        }

        assertEquals(read, documented);
    }

    private static List<Path> pages() throws IOException {
        try (var manual = Files.list(MANUAL)) {
            var root = Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md").map(Path::of);
            return Stream.concat(root, manual.filter(page -> page.toString().endsWith(".md"))).toList();
        }
    }

    private static Stream<Path> javaFiles(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    /** Without code, tables, headings and pictures. */
    private static String prose(Path page) throws IOException {
        return Files.readString(page).replaceAll("(?s)```.*?```", "").replaceAll("(?m)^( {4,}\\S|\\||#|<).*$", "");
    }

    private static List<String> anchors(Path page) throws IOException {
        return Files.readAllLines(page).stream().filter(line -> line.startsWith("#"))
            .map(line -> line.replaceFirst("^#+ ", "").toLowerCase().replaceAll("[^\\p{L}\\p{N} -]", "").replace(' ', '-')).toList();
    }
}
