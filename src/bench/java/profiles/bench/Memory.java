package profiles.bench;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** What a service holds in memory: just started, and after 10,000 mixed requests of 16 clients at once. */
final class Memory {
    private static final int REQUESTS = 10_000;
    private static final byte[] DOCUMENT = Site.pdf(Field.MEGABYTE);

    private Memory() {
    }

    static void measure(Options options, Report report) throws Exception {
        report.heads("memory, -Xmx64m", "RSS MB, started", "RSS MB, after " + REQUESTS + " mixed requests");
        for (var name : new String[] {Field.SQLITE, Field.MARIADB, Field.DJANGO}) try (var host = new Host(options.frugal())) {
            var service = name.equals(Field.DJANGO) ? host.django(host.folder()) : host.jar(host.settings(name.equals(Field.SQLITE)));
            if (service == null) continue;
            var before = Taken.rss(service.pid());
            mix(new Site(service.base(), host.folder(), Field.MEGABYTE));
            report.row(name, before, Taken.rss(service.pid()));
        }
    }

    private static void mix(Site site) throws Exception {
        var pool = Executors.newFixedThreadPool(Site.PEOPLE);
        var all = IntStream.range(0, Site.PEOPLE).mapToObj(each -> (Callable<Void>) () -> {
            for (int i = 0; i < REQUESTS / Site.PEOPLE; i++) once(site.person(each), site, i % 100);
            return null;
        }).toList();
        for (var each : pool.invokeAll(all)) each.get();
        pool.shutdown();
    }

    /** Of a hundred: one login, four uploads, five downloads, 45 of the page and of the API. */
    private static void once(Browser person, Site site, int turn) throws Exception {
        if (turn == 0) person.enter("bench0", Browser.PASSWORD);
        else if (turn < 5) person.post("/profile/edit/", person.upload(DOCUMENT), Browser.MULTIPART);
        else if (turn < 10) person.get(Site.document(person));
        else person.get(turn % 2 == 0 ? "/profile/edit/" : "/api/profile/");
    }
}
