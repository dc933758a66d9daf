package profiles;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Deque;
import profiles.server.MemoryWatchdog;

/** A process that uses up its memory, and swallows what Java says of it. */
final class Exhausting {
    private static final Deque<byte[]> KEPT = new ArrayDeque<>();

    private Exhausting() {
    }

    public static void main(String[] args) throws InterruptedException {
        MemoryWatchdog.install();
        for (int size = 1 << 24; size > 1 << 12;) {
            try {
                KEPT.add(new byte[size]);
            } catch (OutOfMemoryError swallowed) {
                size /= 2;
            }
        }
        Thread.currentThread().join();
    }

    /** With a password that is checked, which takes much memory. The answer may be none. */
    static void login(String address) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + "/accounts/login/")).header("Accept", "application/json")
            .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString("username=ada&password=secret"));
        try {
            HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
        } catch (IOException ended) {
            // As it should.
        }
    }
}
