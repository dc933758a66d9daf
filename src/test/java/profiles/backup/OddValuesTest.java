package profiles.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import profiles.cli.Run;
import profiles.fixture.Engine;
import profiles.fixture.Service;
import profiles.fixture.ServiceTest;
import profiles.fixture.Wait;

/** What other programs may have written into the tables goes from either database to either. */
class OddValuesTest extends ServiceTest {
    private static final String ODD = "nul:\0 bell:\u0007 family:👨‍👩‍👧 line\u2028separator \uFEFFmark 履 \\N \"'`;--\t\r\n",
        LONG = ODD.repeat(40_000);
    private static final List<String> TIMES = List.of("1000-01-01 00:00:00.000001", "1901-12-13 20:45:51.999999",
        "1969-12-31 23:59:59.100000", "2038-01-19 03:14:08.000000",
        // A moment that clocks in Europe skip, and one that they show twice.
        "2026-03-29 02:30:00.000000", "2026-10-25 02:30:00.000000", "9999-12-31 23:59:59.999999");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void they_arrive_as_they_were(Engine to) throws Exception {
        try (var alone = Service.on(engine)) {
            for (int i = 0; i < TIMES.size(); i++) odd(alone, i);
            var place = Files.createDirectories(folder.resolve("place"));
            var settings = new HashMap<>(to.emptyDatabase(place));
            settings.putAll(Map.of("MEDIA_ROOT", place.resolve("media").toString(), "THROTTLE", "off"));

            assertEquals(0, Run.of(alone.settings(), "", "backup", folder.resolve("odd.tar").toString()).code());
            var run = Run.of(settings, "", "restore", folder.resolve("odd.tar").toString());

            assertEquals(0, run.code(), run.err());
            try (var again = Service.on(settings)) {
                for (int i = 0; i < TIMES.size(); i++) assertEquals(row(alone, i), row(again, i));
                assertEquals(LONG, again.db().sqlQuery("select bio from profiles_profile where full_name = 'odd0'")
                    .mapToScalar(String.class).findOne());
                var staff = again.program();
                staff.register("boss");
                again.db().sqlUpdate("update auth_user set is_staff = true where username = 'boss'").execute();
                Wait.until("the search finds who was restored", () -> staff.get("/staff/profiles/?q=odd3").body().contains("odd3"));
            }
        }
    }

    private static void odd(Service service, int number) {
        service.db()
            .sqlUpdate(
            "insert into auth_user (password, last_login, is_superuser, username, first_name, last_name, email, is_staff, is_active, "
            + "date_joined) "
            + "values ('!', :time, false, :name, :odd, '', '', false, true, :time)").setParameter("time", TIMES.get(number))
            .setParameter("name", "odd" + number).setParameter("odd", ODD).execute();
        service.db()
            .sqlUpdate(
            "insert into profiles_profile (full_name, bio, cv, certificate, user_id) select :name, :bio, null, '', id from auth_user "
            + "where username = :name")
            .setParameter("name", "odd" + number).setParameter("bio", number == 0 ? LONG : "").execute();
    }

    private static String row(Service service, int number) {
        return service.db()
            .sqlQuery(
            "select u.id, cast(date_joined as char(26)) as joined, cast(last_login as char(26)) as last_login, first_name, is_active, "
            + "cv, certificate, full_name "
            + "from auth_user u join profiles_profile p on p.user_id = u.id where username = :name").setParameter("name", "odd" + number)
            .findOne().toString()
            // Django's SQLite has no zeros there.
            .replace("true", "1").replace(".000000", "");
    }
}
