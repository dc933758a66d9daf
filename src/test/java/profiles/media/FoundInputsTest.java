package profiles.media;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** The fuzzer's seeds and findings, without the fuzzer: it would instrument every class of the other tests. */
class FoundInputsTest {
    private static final Path INPUTS = Path.of("src/test/resources/profiles/media/MediaFuzzTestInputs");

    @TestFactory Stream<DynamicTest> names() throws IOException {
        return replay("names", MediaPromises::names);
    }

    @TestFactory Stream<DynamicTest> ranges() throws IOException {
        return replay("ranges", MediaPromises::ranges);
    }

    @TestFactory Stream<DynamicTest> dispositions() throws IOException {
        return replay("dispositions", MediaPromises::dispositions);
    }

    @TestFactory Stream<DynamicTest> contents() throws IOException {
        return replay("contents", MediaPromises::contents);
    }

    private static Stream<DynamicTest> replay(String folder, ThrowingConsumer<byte[]> promise) throws IOException {
        try (var files = Files.list(INPUTS.resolve(folder))) {
            return files.sorted().map(file -> dynamicTest(file.getFileName().toString(), () -> promise.accept(Files.readAllBytes(file))))
                .toList().stream();
        }
    }
}
