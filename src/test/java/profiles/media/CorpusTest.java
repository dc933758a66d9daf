package profiles.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import profiles.fileformat.FileFormat;
import profiles.fileformat.RejectedFile;
import profiles.fileformat.UnsupportedFormat;
import profiles.fixture.Needs;
import profiles.storage.Storage;

/**
 * Documents as people's programs make them, each judged by the program that people open it with, and by us. See src/test/corpus/make.sh.
 */
class CorpusTest {
    private static final String NPM =
        "npm install --prefix target/corpus docx@9.15.2 jszip@3.10.2 archiver@7.0.1 carbone@3.8.2 pdfkit@0.20.2 officecrypto-tool@0.0.19";
    private static final List<String> PROGRAMS = List.of("bash", "pandoc", "soffice", "zip", "unzip", "7z", "python3", "qpdf", "gs",
        "convert", "node", "pdfinfo", "pngcheck", "djpeg");
    private static final List<FileFormat> KINDS = List.of(FileFormat.values());

    @TestFactory Stream<DynamicTest> each_is_taken_as_what_it_is_or_named(@TempDir Path folder) throws Exception {
        for (var program : PROGRAMS) Needs.that(there(program), "documents are made by " + program + ", which is not there");
        Needs.that(Files.isDirectory(Path.of("target/corpus/node_modules/docx")), "npm's packages are not there: " + NPM);
        run("src/test/corpus/make.sh", folder.toString(), Path.of("target/corpus").toAbsolutePath().toString());

        var kinds = KINDS.stream().flatMap(kind -> files(folder.resolve(kind.name()))
            .map(file -> dynamicTest(kind + " " + file.getFileName(), () -> taken(kind, file))));
        var refused = files(folder.resolve("refused")).flatMap(words -> files(words)
            .map(file -> dynamicTest("refused: " + file.getFileName(),
            () -> refused(words.getFileName().toString(), file))));
        return Stream.concat(kinds, refused).toList().stream();
    }

    private static void taken(FileFormat kind, Path file) throws Exception {
        opens(kind, file);

        assertEquals(List.of(kind), KINDS.stream().filter(it -> is(it, file)).toList());
    }

    private static void refused(String words, Path file) throws IOException {
        var kinds = List.of(FileFormat.PDF, FileFormat.DOCX, FileFormat.ODT);
        assertEquals(List.of(), kinds.stream().filter(it -> is(it, file)).toList());

        var message = assertThrows(RejectedFile.class, () -> {
            throw UnsupportedFormat.of(source(file), file.getFileName().toString()).rejection(kinds);
        }).getMessage();

        assertTrue(message.contains(words), message);
    }

    private static boolean is(FileFormat kind, Path file) {
        try {
            return kind.matches(source(file));
        } catch (IOException | RejectedFile no) {
            throw new AssertionError(no.getMessage(), no);
        }
    }

    /** What people open it with. (LibreOffice takes seconds for each: it has made most of the others.) */
    private static void opens(FileFormat kind, Path file) throws Exception {
        switch (kind) {
            case PDF -> run("pdfinfo", file.toString());
            case PNG -> run("pngcheck", "-q", file.toString());
            case JPEG -> run("djpeg", "-outfile", "/dev/null", file.toString());
            case WEBP -> run("convert", file.toString(), "null:");
            default -> run("unzip", "-tq", file.toString());
        }
    }

    private static void run(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        var code = process.waitFor();
        // unzip warns (1) of what is appended.
        assertTrue(code == 0 || code == 1 && command[0].equals("unzip"), () -> String.join(" ", command) + ": " + code + "\n" + output);
    }

    private static boolean there(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static Storage.Source source(Path file) {
        return () -> open(file);
    }

    private static InputStream open(Path file) throws IOException {
        return new FileInputStream(file.toFile());
    }

    private static Stream<Path> files(Path folder) {
        return Arrays.stream(folder.toFile().listFiles()).map(File::toPath).sorted();
    }
}
