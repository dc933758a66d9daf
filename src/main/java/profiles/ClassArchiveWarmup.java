package profiles;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.jar.JarFile;

/** Uses the service for a few seconds, with data of its own, so that the class archive contains the classes that are used. */
final class ClassArchiveWarmup {
    private static final String FORM = "application/x-www-form-urlencoded", JSON = "application/json",
        PARTS = "multipart/form-data; boundary=part";
    private static final String LOGIN = "username=ada&password=correct+horse",
        NEWCOMER = "username=ada&password1=correct+horse&password2=correct+horse";
    private static final String CV = "--part\r\nContent-Disposition: form-data; name=\"full_name\"\r\n\r\nAda\r\n"
        + "--part\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"cv.pdf\"\r\nContent-Type: "
        + "application/pdf\r\n\r\n%PDF-1.4\n%%EOF\n\r\n--part--\r\n";
    /** The warm-up runs on SQLite, so the driver of MariaDB is loaded explicitly. */
    private static final String MARIADB = "org/mariadb/jdbc/";

    private final HttpClient visitor = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;

    private ClassArchiveWarmup(String address) {
        this.address = address;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        new ClassArchiveWarmup(Main.serve(System.getenv()).replaceFirst("/$", "")).run();
        loadMariaDb(Path.of(System.getProperty("java.class.path")));
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException {
        for (var path : new String[] {"/accounts/login/", "/accounts/register/", "/static/profiles.css", "/healthz", "/nowhere/"})
            get(path);
        post("/accounts/register/", FORM, NEWCOMER);
        post("/profile/edit/", PARTS, CV);
        for (var path : new String[] {"/", "/profile/", "/profile/edit/", "/media/cvs/cv.pdf", "/accounts/", "/accounts/sessions/",
            "/accounts/tokens/"}) get(path);
        send(HttpRequest.newBuilder().header("Accept", JSON).header("Content-Type", JSON)
            .method("PATCH", BodyPublishers.ofString("{\"bio\":\"Countess\"}")), "/api/profile/");
        send(HttpRequest.newBuilder().header("Accept", JSON), "/api/profile/");
        post("/accounts/logout/", FORM, "");
        post("/accounts/login/", FORM, LOGIN + "s");
        post("/accounts/login/", FORM, LOGIN);
    }

    private void get(String path) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder().header("Accept", "text/html").header("Accept-Encoding", "gzip"), path);
    }

    private void post(String path, String type, String body) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder().header("Accept", "text/html").header("Content-Type", type).POST(BodyPublishers.ofString(body)), path);
    }

    private void send(HttpRequest.Builder request, String path) throws IOException, InterruptedException {
        var status = visitor.send(request.uri(URI.create(address + path)).build(), BodyHandlers.discarding()).statusCode();
        if (status >= 500) throw new IOException(path + " is answered " + status);
    }

    private static void loadMariaDb(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            file.stream().map(entry -> entry.getName()).filter(name -> name.startsWith(MARIADB) && name.endsWith(".class"))
                .forEach(name -> load(name.replaceFirst("\\.class$", "").replace('/', '.')));
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, ClassArchiveWarmup.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError optional) {
            // An optional dependency of the class is not in the jar.
        }
    }
}
