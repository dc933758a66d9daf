package profiles.media;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/** Lets Jazzer think up what strangers might send. What it finds it writes among the seeds in src/test/resources. */
class MediaFuzzTest {

    @FuzzTest(maxDuration = "3m")
    void names(byte[] bytes) {
        MediaPromises.names(bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void ranges(byte[] bytes) {
        MediaPromises.ranges(bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void dispositions(byte[] bytes) {
        MediaPromises.dispositions(bytes);
    }

    @FuzzTest(maxDuration = "3m")
    void contents(byte[] bytes) throws IOException {
        MediaPromises.contents(bytes);
    }
}
