package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import profiles.cli.Run;
import profiles.config.Config;
import profiles.config.Environment;
import profiles.database.ConnectionPools;
import profiles.fixture.Client;
import profiles.fixture.ClusterMember;
import profiles.fixture.Form;
import profiles.fixture.Galera;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.Wait;

/** Two copies of the service on a real Galera cluster: what one of them has acknowledged holds for whoever asks next, by whichever node. */
@Timeout(300)
class ClusterTest {
    private static final String PASSWORD = "correct horse";
    private static final Duration PROGRESS = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static Galera cluster;
    private static Service one, other;

    @BeforeAll static void start() {
        cluster = Galera.start(folder);
        var settings = cluster.database("profiles", folder.resolve("media"));
        one = Service.on(settings);
        other = Service.on(with(settings, "DATABASE_URL", cluster.url("profiles", 1, 2, 0)));
    }

    @AfterAll static void stop() {
        for (var service : new Service[] {one, other}) if (service != null) service.stop();
        if (cluster != null) cluster.close();
    }

    @Test void three_copies_that_start_at_once_on_an_empty_database_all_start() {
        var settings = cluster.database("fresh", folder.resolve("fresh"));
        var starts = IntStream.range(0, 3).mapToObj(node -> CompletableFuture.supplyAsync(() ->
            Service.on(with(settings, "DATABASE_URL", cluster.url("fresh", node, (node + 1) % 3, (node + 2) % 3))),
                Executors.newCachedThreadPool())).toList();

        for (var start : starts) {
            var service = start.join();
            assertEquals(200, service.program().get("/healthz").status());
            service.stop();
        }
    }

    @Test void of_two_superusers_who_demote_each_other_on_two_nodes_one_stays() {
        for (int round = 0; round < 5; round++) {
            String name = "consul-a" + round, otherName = "consul-b" + round;
            Client a = superuser(one, name), b = superuser(other, otherName);
            String path = unmake(otherName), otherPath = unmake(name);

            var later = CompletableFuture.supplyAsync(() -> b.post(otherPath, "password", PASSWORD).status());
            var statuses = List.of(a.post(path, "password", PASSWORD).status(), later.join());

            assertEquals(1, one.db().sqlQuery("select count(*) from auth_user where is_superuser").mapToScalar(Integer.class).findOne(),
                statuses::toString);
            assertTrue(Set.of(200, 401, 403, 422, 503).containsAll(statuses), statuses::toString);
            one.db().sqlUpdate("update auth_user set is_superuser = false").execute();
        }
    }

    @Test void a_change_is_there_on_the_other_node_once_it_is_acknowledged() {
        var member = new ClusterMember("reader", one, other);
        for (int i = 0; i < 40; i++) member.round();

        assertEquals(List.of(), member.faults());
    }

    @Test void one_profile_is_saved_on_two_nodes_at_once_without_a_fault_or_a_file_left() throws Exception {
        var name = "torn";
        one.program().register(name);
        var statuses = new ArrayList<CompletableFuture<List<Integer>>>();
        for (int i = 0; i < 6; i++) {
            var client = (i % 2 == 0 ? one : other).program();
            client.login(name, PASSWORD);
            statuses.add(CompletableFuture.supplyAsync(() -> saves(client), Executors.newCachedThreadPool()));
        }
        for (var each : statuses) assertTrue(Set.of(200, 503).containsAll(each.join()), () -> each.join().toString());

        var key = one.db().sqlQuery("select cv from profiles_profile p join auth_user u on u.id = p.user_id where username = 'torn'")
            .mapToScalar(String.class).findOne();
        try (Stream<Path> files = Files.list(folder.resolve("media").resolve("cvs"))) {
            assertEquals(List.of(key), files.map(file -> "cvs/" + file.getFileName()).filter(file -> file.startsWith("cvs/torn")).toList());
        }
    }

    @Test void members_go_on_and_lose_nothing_while_nodes_are_killed_frozen_and_cut_off() {
        var together = Service.on(with(one.settings(), "DATABASE_URL", cluster.url("profiles", 0, 1, 2)));
        var members = List.of(new ClusterMember("ada", one, together), new ClusterMember("ben", together, other),
            new ClusterMember("cleo", other, one));
        try (var work = new ClusterMember.Work(members)) {
            progress(members);

            cluster.kill(0);
            progress(members);
            cluster.rejoin(0);
            progress(members);

            cluster.freeze(1);
            progress(members);
            cluster.wake(1);
            progress(members);

            cluster.cutOff(0);
            progress(members);
            cluster.reconnect(0);
            progress(members);
        } finally {
            together.stop();
        }
        for (var member : members) assertEquals(List.of(), member.faults());
    }

    @Test void all_connections_return_to_the_first_node_together() {
        var settings = new Environment(with(one.settings(), "DATABASE_URL", cluster.url("profiles", 2, 1)));
        try (var pools = ConnectionPools.open(Config.read(settings).database())) {
            cluster.freeze(2);
            Wait.until("the second node is used", PROGRESS, () -> node(pools.writers()) == cluster.port(1)
                && node(pools.readers()) == cluster.port(1));
            cluster.wake(2);
            Wait.until("the first node is asked again", PROGRESS, () -> {
                pools.readers().getHikariPoolMXBean().softEvictConnections();
                return node(pools.readers()) == cluster.port(2);
            });

            Wait.until("the writers follow", () -> node(pools.writers()) == cluster.port(2));
        }
    }

    @Test void the_command_check_names_what_the_cluster_lacks() {
        one.db().sqlUpdate("create user if not exists plain identified by 'plain'").execute();
        one.db().sqlUpdate("grant all on profiles.* to plain").execute();
        var settings = with(with(one.settings(), "DATABASE_USER", "plain"), "DATABASE_PASSWORD", "plain");

        var checked = Run.of(settings, "", "check");

        assertTrue(checked.out().contains("The database is a Galera cluster of 3 nodes."), checked.out());
        assertTrue(checked.out().contains("Set log_bin_trust_function_creators=1 on every node."), checked.out());
    }

    private static int node(HikariDataSource pool) {
        try (var connection = pool.getConnection(); var statement = connection.createStatement(); var row = statement.executeQuery(
            "select @@port")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException away) {
            return 0;
        }
    }

    private static void progress(List<ClusterMember> members) {
        for (var member : members) {
            var enough = member.rounds() + 5;
            Wait.until("changes are acknowledged", PROGRESS, () -> member.rounds() > enough);
        }
    }

    private static List<Integer> saves(Client client) {
        return IntStream.range(0, 15).mapToObj(i -> client.post("/profile/edit/", new Form().text("full_name", "T " + i)
            .file("cv", "torn.pdf", "application/pdf", Samples.pdf())).status()).toList();
    }

    private static Client superuser(Service service, String name) {
        var client = service.program().register(name);
        service.db().sqlUpdate("update auth_user set is_superuser = true, is_staff = true where username = ?").setParameter(name).execute();
        return client;
    }

    private static String unmake(String name) {
        return "/staff/profiles/" + one.db().sqlQuery("select id from auth_user where username = ?").setParameter(name)
            .mapToScalar(Integer.class).findOne()
            + "/unmake_superuser/";
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        var all = new HashMap<>(settings);
        all.put(name, value);
        return all;
    }
}
