package profiles.bench;

import java.util.List;

/** What a request costs as the work grows: more clients, more people, larger documents. It should be the same. */
final class Growth {
    private static final int[] CLIENTS = {1, 16, 64, 256}, PEOPLE = {1_000, 1_000_000};
    private static final int[] KILOBYTES = {1, 32, 1024, 10 * 1024, 100 * 1024};

    private final Options options;
    private final Report report;
    private final Host host;
    private final Calm calm = new Calm();

    private Growth(Options options, Report report, Host host) {
        this.options = options;
        this.report = report;
        this.host = host;
    }

    static void measure(Options options, Report report) throws Exception {
        try (var host = new Host(options.java())) {
            var growth = new Growth(options, report, host);
            report.heads("as it grows", "", "requests/s", "p50 ms", "p99 ms", "CPU ms/request", "errors");
            for (var sqlite : new boolean[] {true, false}) {
                growth.clients(sqlite);
                growth.people(sqlite);
                growth.documents(sqlite);
            }
        }
    }

    private void clients(boolean sqlite) throws Exception {
        var service = host.jar(host.settings(sqlite));
        var site = new Site(service.base(), host.folder(), Field.MEGABYTE);
        Wrk.drive(site.load(Work.PAGE), Field.CLIENTS, options.warm());
        for (var clients : CLIENTS) row(sqlite, "`/profile/edit/`, " + clients + " clients", site.load(Work.PAGE), clients, service);
    }

    private void people(boolean sqlite) throws Exception {
        for (var people : PEOPLE) {
            var settings = host.settings(sqlite);
            Fill.fill(people, settings);
            var service = host.jar(settings);
            var person = new Browser(service.base()).enter("bench", "correct horse");
            awaitIndex(person);
            for (var path : new String[] {"/profile/edit/", "/staff/profiles/"}) {
                var load = Load.get(service.base() + path, person.cookie());
                Wrk.drive(load, Field.CLIENTS, options.warm());
                row(sqlite, "`" + path + "`, %,d people".formatted(people), load, Field.CLIENTS, service);
            }
        }
    }

    /** The directory says so while its index is being filled. */
    private static void awaitIndex(Browser person) throws Exception {
        while (person.get("/staff/profiles/export.csv?q=nobody").statusCode() == 503) Thread.sleep(500);
    }

    private void documents(boolean sqlite) throws Exception {
        var service = host.jar(host.settings(sqlite));
        for (var kilobytes : KILOBYTES) {
            var site = new Site(service.base(), host.folder(), kilobytes * 1024);
            for (var work : new Work[] {Work.UPLOAD, Work.DOWNLOAD}) {
                // What is under way at the end of a round is paid for and not counted: a round is long beside one of them.
                var longer = options.lasting(options.seconds() * (1 + kilobytes / 10_000));
                row(sqlite, work.name().toLowerCase() + ", %,d kB".formatted(kilobytes), site.load(work), Field.CLIENTS, service, longer);
            }
        }
    }

    private void row(boolean sqlite, String what, Load load, int clients, Started service) throws Exception {
        row(sqlite, what, load, clients, service, options);
    }

    private void row(boolean sqlite, String what, Load load, int clients, Started service, Options options) throws Exception {
        var pids = sqlite ? new Long[] {service.pid()} : new Long[] {service.pid(), host.maria().pid()};
        var rounds = Bench.measure(List.of(Contender.of(what, load, clients, pids)), options, calm).get(what);
        report.row(sqlite ? Field.SQLITE : Field.MARIADB, what, Round.perSecond(rounds), Round.p50(rounds), Round.p99(rounds),
            Round.cpu(rounds), Round.errors(rounds));
    }
}
