package profiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import profiles.fixture.Project;

/** The lines of the manual's section on adding a field, so that the test tries what is printed there. */
record Recipe(List<String> lines) {
    private static final Path COPY = Path.of("target", "with-fields").toAbsolutePath();
    private static Project built;

    /** A copy of the project with all of its fields, built once. */
    static synchronized Project built() throws IOException, InterruptedException {
        if (built != null) return built;
        if (Files.exists(COPY)) try (var before = Files.walk(COPY)) {
            for (var path : before.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
        var copy = Project.copy(COPY);
        read().apply(copy);
        return built = copy;
    }

    private static Recipe read() throws IOException {
        var section = Files.readString(Path.of("src/docs/extending.md")).split("(?m)^## Add a field$")[1].split("(?m)^## ")[0];
        return new Recipe(section.lines().filter(line -> line.startsWith("    ")).map(String::strip).toList());
    }

    /** Lines that end a statement are of the entity, those with a comma of the list; then come the commands. */
    private void apply(Project to) throws IOException, InterruptedException {
        var sources = "src/main/java/profiles/profile/";
        to.edit(sources + "Profile.java", text -> after("package profiles.profile;", imports(),
            after("public class Profile {", properties(), text)));
        to.edit(sources + "Fields.java", text -> after("List.of(", rows(), text));
        for (var command : commands()) to.run(command);
    }

    private List<String> imports() {
        return lines.stream().filter(line -> line.startsWith("import ")).toList();
    }

    private List<String> properties() {
        return lines.stream().filter(line -> line.endsWith(";") && !line.startsWith("import ")).toList();
    }

    private List<String> rows() {
        return lines.stream().filter(line -> line.endsWith(",")).toList();
    }

    private List<String> commands() {
        return lines.stream().filter(line -> line.startsWith("mvn ")).toList();
    }

    private static String after(String place, List<String> more, String text) {
        var at = text.indexOf(place);
        if (at < 0) throw new AssertionError("no " + place + " in " + text);
        return text.substring(0, at + place.length()) + "\n" + String.join("\n", more) + "\n" + text.substring(at + place.length());
    }
}
