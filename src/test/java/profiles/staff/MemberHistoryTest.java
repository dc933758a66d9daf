package profiles.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import profiles.audit.AuditAction;
import profiles.fixture.Statements;

class MemberHistoryTest extends StaffTest {

    @Test void staff_read_what_happened_and_who_did_it() {
        service.program().register("watched");
        service.program().login("watched", "wrong");
        service.graph().audit().record(AuditAction.ACTIVATED, user("watched"));
        staff(browser, "watcher").post(home("watched") + "deactivate/");

        var page = browser.get(home("watched")).body().replaceAll("<[^>]*>|\\s+", " ").replaceAll(" +", " ");

        for (var line : new String[] {"Deactivated By watcher,", "Activated By (command),", "Login refused By somebody,",
            "Logged in By watched,",
            "Account made By watched,"}) assertTrue(page.contains(line), line + " in " + page);
    }

    @Test void a_long_history_is_told_in_parts_none_of_which_is_lost() {
        service.program().register("old-hand");
        for (int i = 0; i < 43; i++) {
            // Within an hour only the first 30 of one kind get a row each.
            if (i == 30) service.clock().forward(Duration.ofHours(1));
            service.graph().audit().record(AuditAction.EXPORTED, user("old-hand"));
        }
        staff(program, "historian");

        var seen = new ArrayList<String>();
        var parts = 0;
        for (var path = home("old-hand"); path != null; parts++) {
            var history = program.get(path).json().get("history");
            history.get("events").forEach(event -> seen.add(event.get("act").textValue()));
            path = history.get("older").textValue();
        }

        assertEquals(3, parts);
        assertEquals(45, seen.size());
        assertEquals("REGISTERED", seen.get(44));
    }

    @Test void a_part_has_links_to_the_others() {
        service.program().register("paged");
        for (int i = 0; i < 30; i++) service.graph().audit().record(AuditAction.EXPORTED, user("paged"));
        staff(browser, "paging");

        var first = browser.get(home("paged"));
        var older = program.login("paging", PASSWORD).status() == 200 ? program.get(home("paged")).json().at("/history/older").textValue()
            : null;
        var second = browser.get(older);

        assertTrue(first.contains("href=\"" + older + "#history\""), first::toString);
        assertFalse(first.contains("Newest"));
        assertTrue(second.contains("href=\"" + home("paged") + "#history\""));
        assertFalse(second.contains(">Older<"));
        assertEquals(400, browser.get(home("paged") + "?before=x").status());
    }

    @Test void a_page_costs_as_many_statements_however_long_the_history() {
        service.program().register("short-story");
        service.program().register("long-story");
        for (int i = 0; i < 60; i++) service.graph().audit().record(AuditAction.EXPORTED, user("long-story"));
        staff(browser, "accountant");

        assertEquals(statements(home("short-story")), statements(home("long-story")));
    }

    private int statements(String path) {
        try (var statements = Statements.listen()) {
            assertEquals(200, browser.get(path).status());
            return statements.heard().size();
        }
    }

    @Test void every_act_has_words() {
        for (var action : AuditAction.values()) assertFalse(action.text().isBlank() || action.text().contains("_"), action.name());
    }
}
