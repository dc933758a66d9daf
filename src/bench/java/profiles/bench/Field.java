package profiles.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that are compared: the service on both databases, the limits, Django. */
final class Field {
    static final String SQLITE = "SQLite", MARIADB = "MariaDB", DJANGO = "Django";
    static final int MEGABYTE = 1 << 20, CLIENTS = 16;

    private final Host host;
    private final Options options;
    private final Map<String, Started> services = new HashMap<>();
    private final Map<String, Site> sites = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> settings = new HashMap<>();
    private final Map<String, List<Long>> pids = new HashMap<>();
    private final Map<Work, List<Contender>> limits = new HashMap<>();

    Field(Host host, Options options) throws Exception {
        this.host = host;
        this.options = options;
        service(SQLITE, true);
        service(MARIADB, false);
        var django = options.against() != null ? null : django();
        if (options.against() != null) add(DJANGO, options.against(), options.pids());
        else if (django != null) add(DJANGO, django.base(), List.of(django.pid(), host.maria().pid()));
        for (var work : options.only()) limits(work);
    }

    /** Those who do this work, by turns. */
    List<Contender> of(Work work) throws Exception {
        var all = new ArrayList<Contender>();
        for (var site : sites.entrySet()) {
            if (site.getKey().contains("nginx") && work != Work.DOWNLOAD || site.getKey().equals(DJANGO) && work == Work.DOWNLOAD
                && options.against() == null) continue;
            all.add(Contender.of(site.getKey(), site.getValue().load(work), CLIENTS, pids.get(site.getKey()).toArray(Long[]::new)));
        }
        all.addAll(limits.get(work));
        return all;
    }

    private void service(String name, boolean sqlite) throws Exception {
        settings.put(name, host.settings(sqlite));
        var service = host.jar(settings.get(name));
        services.put(name, service);
        add(name, service.base(), sqlite ? List.of(service.pid()) : List.of(service.pid(), host.maria().pid()));
        if (!sqlite) nginx(name);
    }

    /** Another copy on the same database, whose documents nginx sends. */
    private void nginx(String name) throws Exception {
        var also = new HashMap<>(settings.get(name));
        also.put("MEDIA_ACCEL", "/protected/");
        var copy = Nginx.missing() ? null : host.jar(also);
        if (copy == null) return;
        var nginx = host.nginx(copy.base(), also.get("MEDIA_ROOT"));
        add(name + ", nginx", nginx.base(), List.of(copy.pid(), host.maria().pid(), nginx.pid()));
    }

    private Started django() throws Exception {
        var media = host.folder();
        var django = host.django(media);
        if (django == null || Nginx.missing()) return django;
        var nginx = host.nginx(django.base(), media.toString());
        add(DJANGO + ", nginx", nginx.base(), List.of(django.pid(), host.maria().pid(), nginx.pid()));
        return django;
    }

    private void add(String name, String base, List<Long> processes) throws Exception {
        sites.put(name, new Site(base, host.folder(), MEGABYTE));
        pids.put(name, processes);
    }

    private void limits(Work work) throws Exception {
        var all = new ArrayList<Contender>();
        limits.put(work, all);
        switch (work) {
            case PAGE, API -> {
                if (work == Work.PAGE) all.add(http("Javalin hello", host.limit("hello")));
                else all.addAll(limits.getOrDefault(Work.PAGE, List.of()).stream().limit(1).toList());
                for (var name : List.of(SQLITE, MARIADB)) all.add(http("Jetty + query, " + name, query(name, work)));
            }
            case LOGIN -> all.add(loop("Argon2id", host.limit("argon2")));
            case UPLOAD -> {
                for (var name : List.of(SQLITE, MARIADB)) all.add(
                    loop("write, sync, commit, " + name, host.limit("store", settings.get(name).get("DATABASE_URL"), host.folder()
                    .toString())));
            }
            case DOWNLOAD -> all.add(http("Jetty sends the file",
                host.limit("file", Files.write(host.folder().resolve("x.pdf"), Site.pdf(MEGABYTE)).toString())));
        }
    }

    private Started query(String name, Work work) throws Exception {
        var person = sites.get(name).person(0);
        var answer = Files.writeString(host.folder().resolve("answer"), person.get(work == Work.PAGE ? "/profile/edit/" : "/api/profile/")
            .body());
        var token = person.cookie().replaceFirst(".*session=([^;]*).*", "$1");
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        return host.limit("query", settings.get(name).get("DATABASE_URL"), hash, answer.toString());
    }

    private Contender http(String name, Started limit) throws Exception {
        var database = name.endsWith(MARIADB) ? List.of(limit.pid(), host.maria().pid()) : List.of(limit.pid());
        return Contender.of(name, Load.get(limit.quiet().base() + "/"), CLIENTS, database.toArray(Long[]::new));
    }

    private Contender loop(String name, Started limit) throws Exception {
        return new Contender(name, name.endsWith(MARIADB) ? List.of(limit.pid(), host.maria().pid()) : List.of(limit.pid()), limit::loop);
    }

    Map<String, Site> sites() {
        return sites;
    }

    List<Long> pids(String name) {
        return pids.get(name);
    }
}
