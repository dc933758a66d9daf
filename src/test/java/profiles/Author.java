package profiles;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.Semaphore;
import profiles.fixture.Form;
import profiles.fixture.Jar;
import profiles.fixture.Uploader;

/**
 * Somebody who saves his profile again and again, and knows what must be there: what was acknowledged last, or the save that was under way.
 */
final class Author {
    private static final int MOST = 300_000;

    /** A profile: its text, and what its files hold, by their SHA-256; null for none. */
    private record State(String fullName, String cv, String certificate) { }

    private final String name;
    private final Uploader uploader = new Uploader();
    private State acknowledged = new State("", null, null);
    private State underWay = acknowledged;
    private int count;

    Author(String name) {
        this.name = name;
    }

    void begin(Jar jar) throws IOException {
        uploader.at(jar);
        uploader.register(name);
    }

    /** Until the jar ends. @param saved gets a permit for each save that is acknowledged */
    void write(Semaphore saved) {
        try {
            while (true) {
                save(++count);
                acknowledged = underWay;
                saved.release();
            }
        } catch (IOException killed) {
            // Whether the last save happened, nobody has told him.
        }
    }

    /** A text and a new CV each time; a certificate comes and goes. All have the same names, as they have in life. */
    private void save(int number) throws IOException {
        byte[] cv = pdf(2 * number), certificate = number % 3 == 1 ? pdf(2 * number + 1) : null;
        var form = new Form().text("full_name", name + " " + number).file("cv", "cv.pdf", "application/pdf", cv);
        if (certificate != null) form.file("certificate", "exam.pdf", "application/pdf", certificate);
        else if (number % 3 == 0) form.text("certificate-clear", "on");
        var left = number % 3 == 0 ? null : acknowledged.certificate;
        underWay = new State(name + " " + number, hash(cv), certificate == null ? left : hash(certificate));
        if (number % 2 == 0) uploader.save(form);
        else uploader.patch(form);
    }

    /** One save is one change: all of it is there, or nothing. */
    void check(Jar jar) throws IOException {
        uploader.at(jar);
        var profile = uploader.profile();
        var now = new State(profile.get("full_name").textValue(), file(profile.get("cv").textValue()),
            file(profile.get("certificate").textValue()));

        assertTrue(now.equals(acknowledged) || now.equals(underWay),
            "acknowledged: " + acknowledged + "\nunder way: " + underWay + "\nthere: " + now);
        acknowledged = now;
    }

    private String file(String url) throws IOException {
        return url == null ? null : hash(uploader.download(url));
    }

    private byte[] pdf(int number) {
        var random = new Random(31L * name.hashCode() + number);
        var bytes = new byte[random.nextInt(MOST)];
        random.nextBytes(bytes);
        var file = new ByteArrayOutputStream();
        file.writeBytes("%PDF-1.4\n".getBytes(US_ASCII));
        file.writeBytes(bytes);
        file.writeBytes("\n%%EOF\n".getBytes(US_ASCII));
        return file.toByteArray();
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
