package profiles.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** A service with people in it, each of whom has a document; makes the loads of all work. */
final class Site {
    static final int PEOPLE = 16;
    private static final Pattern LINK = Pattern.compile("href=\"(?:https?://[^/\"]+)?(/media/[^\"]+\\.pdf)\"");

    private final String base;
    private final Path folder;
    private final List<Browser> people = new ArrayList<>();
    private final Map<Work, Load> loads = new EnumMap<>(Work.class);

    /**
     * @param base   without a slash at its end
     * @param folder for what is sent
     * @param bytes  of each document
     */
    Site(String base, Path folder, int bytes) throws IOException, InterruptedException {
        this.base = base;
        this.folder = folder;
        for (int i = 0; i < PEOPLE; i++) people.add(new Browser(base).enter("bench" + i, Browser.PASSWORD));
        var document = write("document", pdf(bytes));
        var cookies = new ArrayList<String>();
        for (var each : people) {
            var status = each.post("/profile/edit/", each.upload(Files.readAllBytes(document)), Browser.MULTIPART);
            if (status / 100 != 3) throw new IOException(base + " does not take a document: " + status);
            each.inside();
            cookies.add(each.cookie());
        }
        var one = people.get(0);
        loads.put(Work.PAGE, Load.get(base + "/profile/edit/", one.cookie()));
        loads.put(Work.API, Load.get(base + "/api/profile/", one.cookie()));
        loads.put(Work.UPLOAD, uploads(document));
        loads.put(Work.DOWNLOAD, Load.get(base + document(one), one.cookie()));
        loads.put(Work.LOGIN, logins());
    }

    Load load(Work work) throws IOException, InterruptedException {
        // An upload has given it a new name meanwhile.
        if (work == Work.DOWNLOAD) loads.put(work, Load.get(base + document(people.get(0)), people.get(0).cookie()));
        return loads.get(work);
    }

    Browser person(int index) {
        return people.get(index);
    }

    String base() {
        return base;
    }

    /** A guest's, whose new sessions end none of the others' (an account has so many at once). */
    private Load logins() throws IOException, InterruptedException {
        new Browser(base).enter("guest", Browser.PASSWORD);
        var guest = new Browser(base);
        guest.get("/accounts/login/");
        return Load.post(base + "/accounts/login/", Browser.FORM, write("login", guest.login("guest", Browser.PASSWORD)),
            List.of(guest.cookie()));
    }

    /** Django wants each person's own token in the body: there, one person sends all. */
    private Load uploads(Path document) throws IOException {
        var own = people.get(0).guarded();
        var cookies = people.stream().limit(own ? 1 : PEOPLE).map(Browser::cookie).toList();
        return Load.post(base + "/profile/edit/", Browser.MULTIPART, write("upload", people.get(0).upload(Files.readAllBytes(document))),
            cookies);
    }

    static String document(Browser person) throws IOException, InterruptedException {
        var found = LINK.matcher(person.get("/profile/edit/").body());
        if (!found.find()) throw new IOException("the page has no link to the document");
        return found.group(1);
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, name, ""), bytes);
    }

    /** It starts and ends as a PDF. */
    static byte[] pdf(int bytes) {
        var document = new byte[bytes];
        new Random(1).nextBytes(document);
        var head = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%".getBytes();
        var tail = "\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes();
        System.arraycopy(head, 0, document, 0, head.length);
        System.arraycopy(tail, 0, document, bytes - tail.length, tail.length);
        return document;
    }
}
