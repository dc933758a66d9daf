package profiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import profiles.fixture.Engine;
import profiles.fixture.Needs;
import profiles.fixture.Samples;
import profiles.fixture.Service;

/** The programs in the manual do what it says, as they are printed there. */
class ApiExamplesTest {
    @TempDir
    Path folder;

    private Service service;

    @BeforeEach
    void start() throws IOException {
        service = Service.on(Engine.SQLITE);
        Files.write(folder.resolve("cv.pdf"), Samples.pdf());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test void a_job_in_five_lines_of_curl() throws IOException, InterruptedException {
        assertEquals(5, block("sh").lines().count());

        run(block("sh"), "bash", "-eu", "-o", "pipefail");

        theJobIsDone();
    }

    @Test void the_same_in_python() throws IOException, InterruptedException {
        run(block("python"), "python3", "-");

        theJobIsDone();
    }

    @Test void the_same_in_javascript() throws IOException, InterruptedException {
        run(block("js"), "node", "--input-type=module", "-");

        theJobIsDone();
    }

    private void theJobIsDone() throws IOException {
        var ada = service.program();
        ada.login("ada", "correct horse");

        assertEquals("Ada Lovelace", ada.get("/api/profile/").json().get("full_name").textValue());
        assertArrayEquals(Samples.pdf(), Files.readAllBytes(folder.resolve("copy.pdf")));
    }

    private String block(String language) throws IOException {
        var found = Pattern.compile("(?s)```" + language + "\\n(.*?)```").matcher(Files.readString(Path.of("src/docs/api.md")));
        if (!found.find()) throw new AssertionError("the manual has no " + language);
        return found.group(1).replace("http://127.0.0.1:8080", "http://127.0.0.1:" + service.port());
    }

    private void run(String program, String... command) throws IOException, InterruptedException {
        for (var needed : new String[] {command[0], "curl"}) Needs.command(needed);
        var file = Files.writeString(folder.resolve("program"), program);
        var output = folder.resolve("output");
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectInput(file.toFile()).redirectErrorStream(true)
            .redirectOutput(output.toFile()).start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly();
        assertEquals(0, process.waitFor(), () -> said(output));
    }

    private static String said(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException none) {
            return none.toString();
        }
    }
}
