package profiles.antivirus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import profiles.account.query.QUser;
import profiles.audit.AuditAction;
import profiles.cli.Run;
import profiles.fixture.Answer;
import profiles.fixture.ClamAv;
import profiles.fixture.Client;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Log;
import profiles.fixture.OnSqlite;
import profiles.fixture.Samples;
import profiles.fixture.Service;

/** Uploads before a real clamd (ASVS 5.4.3). */
@OnSqlite
class VirusTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static Service service;

    @Parameter
    Engine engine;

    @BeforeParameterizedClassInvocation
    static void start(Engine engine) {
        service = Service.on(engine, Map.of("CLAMD_URL", ClamAv.running().tcp()));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        if (service != null) service.close();
    }

    @Test void a_virus_is_refused_beside_its_field_and_all_else_stays() {
        var person = service.browser().register("ill");
        assertEquals(303, person.post("/profile/edit/", cv("kept.pdf", Samples.pdf())).status());
        var before = service.files();
        var form = cv("ill.pdf", Samples.pdf(ClamAv.VIRUS)).text("full_name", "Ada Lovelace")
            .file("certificate", "fine.png", "image/png", Samples.png());

        try (var log = new Log("profiles")) {
            var page = person.post("/profile/edit/", form);
            var json = person.post("/profile/edit/", form, "Accept", "application/json");

            assertEquals(422, page.status());
            assertTrue(page.contains("A virus was found in this file, so it was not saved. Choose another one.")
                && page.contains("value=\"Ada Lovelace\"") && page.contains("id=\"cv-error\""), page::toString);
            assertEquals(422, json.status());
            assertEquals("A virus was found in this file, so it was not saved. Choose another one.", json.json().at("/errors/cv/0")
                .textValue());
            assertFalse(page.contains(ClamAv.SIGNATURE) || json.contains(ClamAv.SIGNATURE), "it would tell a sender how to get around it");
            assertTrue(log.contains("WARN " + ClamAv.SIGNATURE + " was found in a cv sent for user "), log::toString);
        }
        assertEquals(before, service.files());
        var user = new QUser(service.db()).username.eq("ill").findOne();
        assertEquals(List.of(AuditAction.VIRUS_REFUSED, AuditAction.VIRUS_REFUSED), service.graph().audit().findEvents(user, 2).stream()
            .map(event -> event.action()).toList());
        assertEquals("", person.get("/profile/", "Accept", "application/json").json().at("/full_name").textValue());
    }

    @Test void what_is_clean_is_taken_as_it_came() {
        var bytes = Samples.pdf(2 * MEGABYTE);
        var program = service.program().register("well");

        var answer = program.post("/profile/edit/", cv("well.pdf", bytes));

        assertEquals(200, answer.status(), answer::toString);
        assertArrayEquals(bytes, program.bytes("GET", URI.create(answer.json().get("cv").textValue()).getRawPath()).body());
    }

    @Test void it_is_found_at_the_end_of_a_large_file_and_inside_a_packed_one() {
        var program = service.program().register("hidden");
        var large = Samples.pdf(MEGABYTE + 12_345);
        var virus = ClamAv.VIRUS.getBytes();
        System.arraycopy(virus, 0, large, large.length - 1_000, virus.length);
        var packed = Samples.docx("word/media/image.png", ClamAv.VIRUS.repeat(20));

        for (var answer : List.of(program.post("/profile/edit/", cv("large.pdf", large)),
            program.post("/profile/edit/", cv("packed.docx", packed)))) {
            assertEquals(422, answer.status());
            assertTrue(answer.contains("A virus was found in this file, so it was not saved. Choose another one."), answer::toString);
        }
        assertTrue(service.files().stream().noneMatch(file -> file.contains("large") || file.contains("packed")));
    }

    @Test void what_is_over_clamds_own_limit_is_refused_and_the_log_says_what_to_do() {
        for (var optional : List.of("false", "true")) {
            try (var own = Service.on(engine, Map.of("CLAMD_URL", ClamAv.running().tcp(), "CLAMD_OPTIONAL", optional)); var log = new Log(
                "profiles.antivirus")) {
                var person = own.browser().register("large");
                // The first it calls a finding, after it has come; the second it does not let come.
                for (var size : new int[] {ClamAv.MEGABYTES * MEGABYTE + 1, 9 * MEGABYTE}) {
                    var answer = person.post("/profile/edit/", cv("large.pdf", Samples.pdf(size)));

                    assertEquals(413, answer.status(), answer::toString);
                    assertTrue(answer.contains("too large to be checked for viruses"), answer::toString);
                }
                assertTrue(log.contains("StreamMaxLength"), log::toString);
                assertEquals(List.of(), own.files());
            }
        }
    }

    @Test void a_unix_socket_serves_as_well() {
        try (var own = Service.on(engine, Map.of("CLAMD_URL", ClamAv.running().unix()))) {
            var program = own.program().register("near");

            assertEquals(422, program.post("/profile/edit/", cv("ill.pdf", Samples.pdf(ClamAv.VIRUS))).status());
            assertEquals(413, program.post("/profile/edit/", cv("large.pdf", Samples.pdf(9 * MEGABYTE))).status());
            assertEquals(200, program.post("/profile/edit/", cv("well.pdf", Samples.pdf())).status());
        }
    }

    @Test void many_at_once_all_get_their_own_answer() {
        var program = service.program().register("busy");
        var token = program.send("POST", "/accounts/tokens/", "application/json", "{\"name\":\"x\",\"read_only\":false}").json()
            .get("token").textValue();

        var answers = IntStream.range(0, 12).parallel().mapToObj(i -> send(service.program(), token, i % 2 == 0)).toList();

        for (int i = 0; i < 12; i++) assertEquals(i % 2 == 0 ? 422 : 200, answers.get(i).status());
    }

    @Test void a_check_tells_whether_clamd_is_reached() {
        var there = Run.of(service.settings(), "", "check");

        assertEquals(0, there.code(), there.out());
        assertTrue(there.out().contains("fine   The scanner, clamd at " + ClamAv.running().tcp() + ", is reached."), there.out());
    }

    private static Answer send(Client client, String token, boolean ill) {
        var form = cv("many.pdf", Samples.pdf(ill ? ClamAv.VIRUS : "fine"));
        return client.post("/profile/edit/", form, "Authorization", "Bearer " + token);
    }

    private static Form cv(String name, byte[] bytes) {
        return new Form().file("cv", name, "application/octet-stream", bytes);
    }
}
