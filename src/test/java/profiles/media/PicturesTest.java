package profiles.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import profiles.fileformat.JpegValidator;
import profiles.fileformat.PngValidator;
import profiles.fileformat.RejectedFile;
import profiles.fileformat.WebpValidator;
import profiles.fixture.Samples;
import profiles.fixture.ViewableSamples;

/** PNG and JPEG, of which only the header and the order of the parts are looked at: no pixel is decoded. */
class PicturesTest {
    private static final int PNG_SIZE = 16;

    @Test void pictures_are_what_they_are() throws Exception {
        for (var png : new byte[][] {Samples.png(), ViewableSamples.png("x")}) {
            assertTrue(png(png));
            assertFalse(jpeg(png));
        }
        for (var jpeg : new byte[][] {Samples.jpeg(), ViewableSamples.jpeg("x"), progressive()}) {
            assertTrue(jpeg(jpeg));
            assertFalse(png(jpeg));
        }
    }

    @ParameterizedTest
    @CsvSource({"50000,50000", "30001,1", "1,2147483647", "-1,-1", "10001,10000"})
    void a_picture_that_would_fill_the_viewers_memory_is_refused(int width, int height) { // CWE-409
        var message = assertThrows(RejectedFile.class, () -> png(png(width, height))).getMessage();

        assertTrue(message.contains("This picture is too large: " + Integer.toUnsignedString(width) + " x "
            + Integer.toUnsignedString(height)), message);
    }

    @Test void a_webp_tells_its_size_in_one_of_three_ways() throws Exception { // RFC 9649
        var lossless = HexFormat.of().parseHex("524946461a000000574542505650384c0d0000002f0000001007101111" + "8888fe0700");
        assertTrue(webp(lossless));
        assertTrue(webp(Arrays.copyOf(lossless, 1000)));
        assertFalse(webp(Samples.png()));
        assertFalse(webp("RIFF....WAVE".getBytes()));
        for (int length = 12; length < lossless.length; length++) {
            var part = Arrays.copyOf(lossless, length);
            assertThrows(RejectedFile.class, () -> webp(part), "at " + length);
        }
        for (var head : new String[] {"565038580a00000000000000ffffff000000", "565038200a000000000000" + "9d012a0000ffff",
            "565038580a000000000000000000000000000000"})
            assertThrows(RejectedFile.class, () -> webp(HexFormat.of().parseHex("5249464616000000" + "57454250" + head)), head);
    }

    @Test void the_largest_scans_are_taken() throws Exception {
        assertTrue(png(png(10_000, 10_000)));
        assertTrue(png(png(30_000, 1)));
        assertThrows(RejectedFile.class, () -> png(png(0, 1)));
        assertThrows(RejectedFile.class, () -> png(png(1, 0)));
    }

    @Test void a_jpeg_tells_its_size_too() throws Exception {
        var jpeg = Samples.jpeg();
        var frame = new String(jpeg, ISO_8859_1).indexOf("\u00FF\u00C0") + 5;

        assertTrue(assertThrows(RejectedFile.class, () -> jpeg(with(jpeg, frame, 50_000 << 16 | 50_000))).getMessage()
            .contains("50000 x 50000"));
        assertThrows(RejectedFile.class, () -> jpeg(with(jpeg, frame, 1)));
    }

    @Test void whatever_is_cut_off_is_refused() {
        for (var whole : new byte[][] {Samples.png(), Samples.jpeg()})
            for (int length = 8; length < whole.length; length++) {
                var part = Arrays.copyOf(whole, length);
                assertThrows(RejectedFile.class, () -> assertFalse(png(part) || jpeg(part)), "at " + length);
            }
    }

    @Test void what_phones_and_editors_leave_behind_the_end_is_seen_by_nobody() throws Exception {
        assertTrue(png(Arrays.copyOf(Samples.png(), 1000)));
        assertTrue(jpeg(Arrays.copyOf(Samples.jpeg(), 1000)));
    }

    @Test void a_jpeg_without_a_frame_is_none() {
        assertThrows(RejectedFile.class, () -> jpeg(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9}));
        assertThrows(RejectedFile.class, () -> jpeg(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 1}),
            "a length that is too short for itself");
    }

    @Test void no_damage_is_an_error_of_ours() throws IOException {
        var random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            var bytes = (i % 2 == 0 ? Samples.png() : Samples.jpeg()).clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            try {
                png(bytes);
                jpeg(bytes);
            } catch (RejectedFile output) {
                assertFalse(output.getMessage().isEmpty());
            }
        }
    }

    private static boolean png(byte[] file) throws IOException, RejectedFile {
        return PngValidator.isValid(() -> new ByteArrayInputStream(file));
    }

    private static boolean jpeg(byte[] file) throws IOException, RejectedFile {
        return JpegValidator.isValid(() -> new ByteArrayInputStream(file));
    }

    private static boolean webp(byte[] file) throws IOException, RejectedFile {
        return WebpValidator.isValid(() -> new ByteArrayInputStream(file));
    }

    static byte[] png(int width, int height) {
        return with(with(Samples.png(), PNG_SIZE, width), PNG_SIZE + 4, height);
    }

    private static byte[] with(byte[] file, int position, int number) {
        return ByteBuffer.wrap(file.clone()).putInt(position, number).array();
    }

    /** As web servers like them: several scans. */
    private static byte[] progressive() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(ViewableSamples.jpeg("x")));
        var file = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var how = writer.getDefaultWriteParam();
        how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        try (var out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
