package profiles.api;

import java.util.Map;
import profiles.fixture.Client;
import profiles.fixture.Form;
import profiles.fixture.MailServer;
import profiles.fixture.Samples;

/**
 * What to send to an operation, so that it answers with success.
 *
 * @param path  with what stands in braces filled in
 * @param json  the body; null for none
 * @param wrong a body that it refuses with a 422
 */
record Sample(String path, String json, String wrong) {

    /**
     * @param name  of the member who asks, and whose password is "correct horse"
     * @param other the id of somebody else, to whom something is done; 0 for none
     */
    record Member(Client client, String name, MailServer mail, int other) {

        String link(String subject) {
            return mail.link(name + "@example.org", subject);
        }
    }

    @FunctionalInterface
    interface Source {
        Sample of(Member member);
    }

    private static final String PASSWORD = "{\"password\":\"correct horse\"}",
        NEW = "{\"new_password1\":\"battery staple\",\"new_password2\":\"battery staple\"}",
        SECOND = "{\"name\":\"second\",\"read_only\":true}", PROFILE = "{\"full_name\":\"Ada\",\"bio\":null}",
        BAD_PROFILE = "{\"full_name\":\"a\\nb\"}";

    private static final Map<String, Source> ALL = Map.ofEntries(
        Map.entry("POST /accounts/register/", member -> body("/accounts/register/",
            "{\"username\":\"" + member.name() + "_2\",\"email\":\"\",\"password1\":\"correct horse\",\"password2\":\"correct horse\"}")),
        Map.entry("POST /accounts/login/", member -> body("/accounts/login/",
        "{\"username\":\"" + member.name() + "\",\"password\":\"correct horse\"}")),
        Map.entry("POST /accounts/logout/", member -> plain("/accounts/logout/")),
        Map.entry("POST /accounts/password_change/", member -> body("/accounts/password_change/",
        NEW.replace("{", "{\"old_password\":\"correct horse\","))),
        Map.entry("POST /accounts/password_reset/", member -> body("/accounts/password_reset/",
        "{\"email\":\"" + member.name() + "@example.org\"}")),
        Map.entry("GET /accounts/reset/{uid}/{token}/", member -> plain(reset(member))),
        Map.entry("POST /accounts/reset/{uid}/{token}/", member -> body(reset(member), NEW)),
        Map.entry("POST /accounts/email/", member -> body("/accounts/email/",
        PASSWORD.replace("{", "{\"email\":\"new-" + member.name() + "@example.org\","))),
        Map.entry("GET /accounts/email/confirm/{uid}/{token}/", member -> plain(member.link("Is this your e-mail address?"))),
        Map.entry("POST /accounts/email/confirm/{uid}/{token}/", member -> plain(member.link("Is this your e-mail address?"))),
        Map.entry("POST /accounts/sessions/end_others/", member -> body("/accounts/sessions/end_others/", PASSWORD)),
        Map.entry("POST /accounts/sessions/{id}/end/", member -> body("/accounts/sessions/" + session(member) + "/end/", PASSWORD)),
        Map.entry("DELETE /accounts/sessions/{id}/", member -> body("/accounts/sessions/" + session(member) + "/", PASSWORD)),
        Map.entry("POST /accounts/tokens/", member -> body("/accounts/tokens/", SECOND)),
        Map.entry("POST /accounts/tokens/{id}/revoke/", member -> plain("/accounts/tokens/" + token(member) + "/revoke/")),
        Map.entry("DELETE /accounts/tokens/{id}/", member -> plain("/accounts/tokens/" + token(member) + "/")),
        Map.entry("POST /accounts/delete/", member -> body("/accounts/delete/", PASSWORD)),
        Map.entry("POST /profile/edit/", member -> new Sample("/profile/edit/", PROFILE, BAD_PROFILE)),
        Map.entry("PUT /api/profile/", member -> new Sample("/api/profile/", PROFILE, BAD_PROFILE)),
        Map.entry("PATCH /api/profile/", member -> new Sample("/api/profile/", PROFILE, BAD_PROFILE)),
        staff("GET /staff/profiles/{id}/", null),
        staff("GET /staff/profiles/{id}/edit/", null),
        staff("POST /staff/profiles/{id}/edit/", PROFILE),
        staff("POST /staff/profiles/{id}/send_reset/", null),
        staff("POST /staff/profiles/{id}/end_sessions/", null),
        staff("POST /staff/profiles/{id}/activate/", null),
        staff("POST /staff/profiles/{id}/deactivate/", null),
        staff("POST /staff/profiles/{id}/make_staff/", null),
        staff("POST /staff/profiles/{id}/unmake_staff/", null),
        staff("POST /staff/profiles/{id}/make_superuser/", PASSWORD),
        staff("POST /staff/profiles/{id}/unmake_superuser/", PASSWORD),
        staff("GET /api/staff/profiles/{id}/", null),
        staff("PUT /api/staff/profiles/{id}/", PROFILE),
        staff("PATCH /api/staff/profiles/{id}/", PROFILE),
        Map.entry("GET /media/{folder}/{name}", member -> plain("/media/cvs/" + member.name() + ".pdf")));

    /** A path without braces that only reads needs no sample of its own. */
    static Sample of(Contract.Told operation, Member member) {
        if (ALL.containsKey(operation.name())) return ALL.get(operation.name()).of(member);
        if (!operation.method().equals("GET") || operation.path().contains("{"))
            throw new AssertionError("no sample for " + operation.name());
        return plain(operation.path());
    }

    /** Registers him, and gives him what there is to see: a document, a token. */
    static Member member(Client client, String name, MailServer mail) {
        client.register(name).send("POST", "/accounts/tokens/", "application/json", "{\"name\":\"first\",\"read_only\":false,\"days\":7}");
        client.post("/profile/edit/", new Form().text("bio", "Hello").file("cv", name + ".pdf", "application/pdf", Samples.pdf()));
        return new Member(client, name, mail, 0);
    }

    private static Map.Entry<String, Source> staff(String operation, String json) {
        var path = operation.split(" ")[1];
        return Map.entry(operation, member -> new Sample(path.replace("{id}", String.valueOf(member.other())), json, PROFILE.equals(json)
            ? BAD_PROFILE : "{}"));
    }

    private static Sample plain(String path) {
        return new Sample(path, null, "{}");
    }

    private static Sample body(String path, String json) {
        return new Sample(path, json, "{}");
    }

    private static String reset(Member member) {
        member.client().post("/accounts/password_reset/", "email", member.name() + "@example.org");
        return member.link("Choose a new password");
    }

    private static String session(Member member) {
        return member.client().get("/accounts/sessions/").json().at("/sessions/0/id").asText();
    }

    private static String token(Member member) {
        return member.client().get("/accounts/tokens/").json().at("/tokens/0/id").asText();
    }
}
