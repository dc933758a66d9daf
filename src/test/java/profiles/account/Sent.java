package profiles.account;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import profiles.fixture.Service;

/** What programs send in Authorization. */
public final class Sent {
    private Sent() {
    }

    /** Registers someone, and makes him a token. */
    public static String token(Service service, String username, boolean readOnly) {
        var made = service.program().register(username)
            .send("POST", "/accounts/tokens/", "application/json", "{\"name\":\"t\",\"read_only\":" + readOnly + "}");
        return "Bearer " + made.json().get("token").textValue();
    }

    public static String basic(String pair) {
        return "Basic " + base64(pair.getBytes(StandardCharsets.UTF_8));
    }

    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** What staff may do. */
    public static void active(Service service, String username, boolean active) {
        service.db().sqlUpdate("update auth_user set is_active = :active where username = :name").setParameter("active", active)
            .setParameter("name", username).execute();
    }
}
