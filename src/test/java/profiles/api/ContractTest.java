package profiles.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import profiles.account.query.QUser;
import profiles.api.Contract.Told;
import profiles.fixture.Answer;
import profiles.fixture.MailTest;
import profiles.fixture.Wire;

/** Walks every path and method that the document tells of, and holds what the service really answers against it. */
class ContractTest extends MailTest {
    private static final String JSON = "application/json";
    private static int count;

    private Contract contract;

    @BeforeEach
    void read() {
        contract = new Contract(program.get("/api/openapi.json").json());
    }

    @Test void every_operation_succeeds_as_told() {
        var reader = member();
        for (var operation : contract.operations()) {
            var member = operation.ofStaff() ? superuser() : operation.method().equals("GET") ? reader : member();
            var sample = Sample.of(operation, member);

            if (operation.method().equals("GET")) sameHead(operation, member, sample);
            var answer = ask(operation, member, sample, sample.json());

            assertTrue(answer.status() < 400, () -> operation.name() + " " + answer);
            contract.holds(operation, answer);
        }
    }

    @Test void people_are_answered_as_told() {
        var reader = member();
        for (var operation : contract.operations()) {
            if (operation.path().startsWith("/api/")) continue;
            var member = operation.ofStaff() ? superuser() : operation.method().equals("GET") ? reader : member();
            var sample = Sample.of(operation, member);
            var cookie = "session=" + member.client().cookie("session");

            contract.holds(operation, person(operation, sample, "Cookie", cookie));
            if (!operation.open()) assertEquals(303, person(operation, sample).status());
        }
    }

    @Test void every_operation_refuses_as_told() {
        var someone = member();
        for (var operation : contract.operations()) {
            var member = operation.ofStaff() ? superuser() : someone;
            // To end another session takes the password; one's own does not.
            if (operation.path().startsWith("/accounts/sessions/{id}")) service.program().login(member.name(), "correct horse");
            var sample = Sample.of(operation, member);
            var refused = new TreeSet<String>();

            refusals(operation, member, sample).forEach(answer -> {
                contract.holds(operation, answer);
                refused.add(String.valueOf(answer.status()));
            });
            if (!operation.method().equals("GET")) tooLarge(operation, member, sample, refused);

            // 408 needs a slow sender, 409 two at once, 507 a full disk, 412 and 416 a condition, 429 many tries, 503 a database that
            // cannot be reached: they have tests of their own.
            var told = new TreeSet<>(operation.statuses());
            told.removeIf(status -> status.compareTo("400") < 0 || "408 409 412 416 429 503 507".contains(status) || status.equals("422")
                && !operation.takesForm());
            assertEquals(told, refused, operation.name());
        }
    }

    @Test void who_prefers_little_is_answered_as_told() {
        for (var operation : contract.operations()) {
            if (!operation.statuses().contains("204") || !operation.statuses().contains("200")) continue;
            var member = operation.ofStaff() ? superuser() : member();
            var sample = Sample.of(operation, member);

            var answer = ask(operation, member, sample, sample.json(), "Prefer", "return=minimal");

            assertEquals(204, answer.status(), operation.name());
            contract.holds(operation, answer);
        }
    }

    @Test void an_untold_method_is_refused_with_those_that_are_told() {
        program.register("untold" + ++count);
        for (var path : contract.operations().stream().map(Told::path).distinct().toList()) {
            for (var method : new String[] {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
                if (contract.operations().stream().anyMatch(told -> told.method().equals(method) && told.matches(path))) continue;
                var answer = program.send(method, path.replaceAll("\\{\\w+}", "1"), BodyPublishers.noBody());
                assertEquals(405, answer.status(), method + " " + path);
            }
        }
    }

    private Sample.Member member() {
        return Sample.member(service.program(), "walker" + ++count, mail);
    }

    /** One who has somebody else to do something to. */
    private Sample.Member superuser() {
        var member = member();
        var other = member();
        service.db().sqlUpdate("update auth_user set is_staff = true, is_superuser = true where username = ?").setParameter(member.name())
            .execute();
        return new Sample.Member(member.client(), member.name(), mail, new QUser(service.db()).username.eq(other.name()).findOne().id());
    }

    private static Answer ask(Told operation, Sample.Member member, Sample sample, String json, String... headers) {
        if (operation.method().equals("GET")) return member.client().get(sample.path(), headers);
        return json == null ? member.client().send(operation.method(), sample.path(), BodyPublishers.noBody(), headers)
            : member.client().send(operation.method(), sample.path(), JSON, json, headers);
    }

    private static Answer person(Told operation, Sample sample, String... headers) {
        var browser = service.browser();
        if (operation.method().equals("GET")) return browser.get(sample.path(), headers);
        return sample.json() == null ? browser.send(operation.method(), sample.path(), BodyPublishers.noBody(), headers)
            : browser.send(operation.method(), sample.path(), JSON, sample.json(), headers);
    }

    /** All that an operation of this kind can be sent and will not take. */
    private Stream<Answer> refusals(Told operation, Sample.Member member, Sample sample) {
        var all = Stream.<Answer>builder();
        var reads = operation.method().equals("GET");
        if (!operation.open()) all.add(ask(operation, new Sample.Member(service.program(), "", mail, 0), sample, sample.json()));
        if (!reads) all.add(ask(operation, member, sample, sample.json(), "Sec-Fetch-Site", "cross-site"));
        if (reads && operation.ofOwners()) all.add(ask(operation, member, sample, null, "Authorization", bearer(member)));
        if (operation.ofStaff()) all.add(ask(operation, member(), sample, sample.json()));
        if (operation.path().matches(".*\\{(id|name)}.*")) all.add(
            ask(operation, member, elsewhere(operation), operation.path().startsWith("/accounts/sessions/") ? sample.json() : null));
        if (operation.path().contains("{token}")) all.add(ask(operation, member, elsewhere(operation), sample.json()));
        if (operation.path().equals("/metrics")) all.add(program.get("/metrics", "X-Forwarded-For", "192.0.2.7"));
        if (operation.takesForm()) {
            // These ask for the password only when the login is not recent.
            if (operation.path().startsWith("/accounts/sessions/")) service.clock().forward(Duration.ofMinutes(11));
            all.add(ask(operation, member, sample, "{"));
            all.add(ask(operation, member, sample, sample.wrong()));
            all.add(member.client().send(operation.method(), sample.path(), "text/plain", "text"));
        }
        return all.build();
    }

    private static Sample elsewhere(Told operation) {
        return new Sample(operation.path().replaceAll("\\{\\w+}", "999999"), null, null);
    }

    private static String bearer(Sample.Member member) {
        var made = member.client().send("POST", "/accounts/tokens/", JSON, "{\"name\":\"third\",\"password\":\"correct horse\"}");
        return "Bearer " + made.json().get("token").textValue();
    }

    /** The answer comes before all is sent, which few HTTP clients are ready for. */
    private void tooLarge(Told operation, Sample.Member member, Sample sample, TreeSet<String> refused) {
        try (var wire = new Wire(service)) {
            var answer = wire.head(operation.method() + " " + sample.path(), "Cookie: session=" + member.client().cookie("session"),
                "Content-Type: " + JSON, "Accept: " + JSON, "Content-Length: 50000000").answer();
            var body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
            assertTrue(answer.startsWith("HTTP/1.1 413 "), () -> operation.name() + " " + answer);
            contract.holds(operation, 413, "application/problem+json", body, name -> null);
            refused.add("413");
        }
    }

    private static void sameHead(Told operation, Sample.Member member, Sample sample) {
        HttpResponse<byte[]> head = member.client().bytes("HEAD", sample.path()), get = member.client().bytes("GET", sample.path());

        assertEquals(get.statusCode(), head.statusCode(), operation.name());
        assertEquals(get.headers().firstValue("Content-Type"), head.headers().firstValue("Content-Type"), operation.name());
        assertEquals(get.headers().firstValue("ETag"), head.headers().firstValue("ETag"), operation.name());
    }
}
