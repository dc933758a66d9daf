package profiles.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import profiles.fixture.Engine;
import profiles.fixture.OnBothDatabases;
import profiles.fixture.Service;

/** A project on django-allauth, whose tables are in the same database. */
@OnBothDatabases
class AllauthTest {
    private static final String PASSWORD = "correct horse";

    @Parameter
    private Engine engine;

    private Service service;

    @BeforeEach
    void start() {
        service = Service.on(engine);
        sql("create table account_emailaddress (id integer primary key, email varchar(254) not null, verified bool not null, "
            + "`primary` bool not null, user_id integer not null references auth_user (id))");
        sql("create table account_emailconfirmation (id integer primary key, sent datetime, `key` varchar(64) not null, "
            + "email_address_id integer not null references account_emailaddress (id))");
        for (var name : new String[] {"ada", "ben", "eve"}) service.program().register(name);
        add(1, "ada", "Ada@Example.org", 1);
        add(2, "ben", "ben@example.org", 0);
        add(3, "eve", "another@example.org", 1);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test void an_address_that_was_confirmed_there_logs_its_user_in() {
        assertEquals(422, service.program().login("ada@example.org", PASSWORD).status());

        service.graph().allauth().copy();
        service.graph().allauth().copy();

        assertEquals(200, service.program().login("ada@example.org", PASSWORD).status());
        assertEquals(422, service.program().login("ben@example.org", PASSWORD).status());
        assertEquals(422, service.program().login("another@example.org", PASSWORD).status());
        assertEquals(1, service.db().sqlQuery("select count(*) from user_email").mapToScalar(Integer.class).findOne());
    }

    @Test void an_address_that_the_user_has_changed_since_does_not_count() {
        service.graph().allauth().copy();
        sql("update auth_user set email = 'ada@new.example' where username = 'ada'");
        service.graph().allauth().copy();

        assertEquals(422, service.program().login("ada@new.example", PASSWORD).status());
        sql("update account_emailaddress set email = 'ada@new.example' where id = 1");
        service.graph().allauth().copy();
        assertEquals(200, service.program().login("ada@new.example", PASSWORD).status());
    }

    @Test void an_account_is_deleted_with_its_rows_there() {
        sql("insert into account_emailconfirmation values (1, null, 'k', 1)");
        var ada = service.program();
        ada.login("ada", PASSWORD);

        assertEquals(204, ada.post("/accounts/delete/", "password", PASSWORD).status());

        assertEquals(2, service.db().sqlQuery("select count(*) from account_emailaddress").mapToScalar(Integer.class).findOne());
        assertEquals(0, service.db().sqlQuery("select count(*) from account_emailconfirmation").mapToScalar(Integer.class).findOne());
    }

    private void add(int id, String user, String address, int verified) {
        sql("update auth_user set email = '" + user + "@example.org' where username = '" + user + "'");
        sql("insert into account_emailaddress select " + id + ", '" + address + "', " + verified + ", 1, id from auth_user "
            + "where username = '" + user + "'");
    }

    private void sql(String statement) {
        service.db().sqlUpdate(statement).execute();
    }
}
