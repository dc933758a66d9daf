package profiles.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who uses the service by its pages: Django's forms, and ours, which have the same names. */
final class Browser {
    /** As long as those of browsers: the shorter it is, the longer takes the search for it. */
    private static final String BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gWp";
    static final String FORM = "application/x-www-form-urlencoded", MULTIPART = "multipart/form-data; boundary=" + BOUNDARY,
        PASSWORD = "Bench-Tr0ub4dor-3";
    private static final Pattern TOKEN = Pattern.compile("name=\"csrfmiddlewaretoken\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final Map<String, String> cookies = new TreeMap<>();
    private String token = "";

    /** @param base without a slash at its end */
    Browser(String base) {
        this.base = base;
    }

    /** Signs in, and registers first where that is refused. */
    Browser enter(String username, String password) throws IOException, InterruptedException {
        get("/accounts/login/");
        if (post("/accounts/login/", login(username, password)) == 200 || !inside()) {
            get("/accounts/register/");
            post("/accounts/register/", form(Map.of("username", username, "email", username + "@example.org", "password1", password,
                "password2", password)));
        }
        if (!inside()) throw new IOException(username + " cannot enter " + base);
        return this;
    }

    boolean inside() throws IOException, InterruptedException {
        return get("/profile/edit/").statusCode() == 200;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var answer = send(HttpRequest.newBuilder(URI.create(base + path)));
        var found = TOKEN.matcher(answer.body());
        if (found.find()) token = found.group(1);
        return answer;
    }

    /** Whether the pages hold a token against forgery. */
    boolean guarded() {
        return !token.isEmpty();
    }

    byte[] login(String username, String password) {
        return form(Map.of("username", username, "password", password));
    }

    /** With the token against forgery that the last page had, if any. */
    private byte[] form(Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        if (!token.isEmpty()) all.put("csrfmiddlewaretoken", token);
        return all.entrySet().stream().map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&")).getBytes();
    }

    byte[] upload(byte[] document) {
        var all = new LinkedHashMap<>(Map.of("full_name", "Bench User", "bio", "Ten years of load."));
        if (!token.isEmpty()) all.put("csrfmiddlewaretoken", token);
        var body = new ByteArrayOutputStream();
        all.forEach((name, value) -> body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name
            + "\"\r\n\r\n" + value + "\r\n").getBytes()));
        body.writeBytes(
            ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"x.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n").getBytes());
        body.writeBytes(document);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes());
        return body.toByteArray();
    }

    int post(String path, byte[] body) throws IOException, InterruptedException {
        return post(path, body, FORM);
    }

    int post(String path, byte[] body, String type) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)))
            .statusCode();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) request.header("Cookie", cookie());
        var answer = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        for (var set : answer.headers().allValues("Set-Cookie")) {
            var pair = set.split(";")[0].split("=", 2);
            if (pair[1].isEmpty() || pair[0].equals("flash")) cookies.remove(pair[0]);
            else cookies.put(pair[0], pair[1]);
        }
        return answer;
    }

    /** All cookies, as a header says them. */
    String cookie() {
        return cookies.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining("; "));
    }
}
