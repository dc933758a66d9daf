package profiles.startup;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import profiles.cli.Run;
import profiles.fixture.Engine;
import profiles.fixture.OnBothDatabases;
import profiles.fixture.Service;

/** The command check on a database that other programs use, too. */
@OnBothDatabases
class DjangoDatabaseCheckTest {
    @Parameter
    private Engine engine;

    @Test void tables_that_refer_to_users_and_passwords_that_cannot_be_verified_are_named() {
        try (var service = Service.on(engine)) {
            for (var name : new String[] {"ada", "ben", "eve"}) service.program().register(name);
            var before = Run.of(service.settings(), "", "check").out();
            sql(service, "create table blog_post (id integer primary key, user_id integer not null, "
                + "foreign key (user_id) references auth_user (id))");
            sql(service, "create table shop_order (id integer primary key, user_id integer not null, "
                + "foreign key (user_id) references auth_user (id) on delete cascade)");
            sql(service, "create table auth_user_groups (id integer primary key, user_id integer not null, "
                + "foreign key (user_id) references auth_user (id))");
            sql(service, "update auth_user set password = 'md5$a$b' where username = 'ada'");
            sql(service, "update auth_user set password = '!unusable' where username = 'ben'");

            var after = Run.of(service.settings(), "", "check").out();

            for (var line : new String[] {"Rows of these tables keep an account from being deleted: blog_post.",
                "Rows of these tables are deleted with their account: shop_order.",
                "Passwords that cannot be verified, by algorithm: {md5=1}."}) {
                assertFalse(before.contains(line), before);
                assertTrue(after.contains("warn   " + line), after);
            }
        }
    }

    private static void sql(Service service, String statement) {
        service.db().sqlUpdate(statement).execute();
    }
}
