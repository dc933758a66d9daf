package profiles.account.token;

import profiles.account.AccessToken;
import profiles.web.Nullable;
import profiles.web.Timestamp;
import profiles.web.View;

/**
 * A new token with its secret, which no later response contains.
 *
 * @param expires null for never
 */
public record CreatedTokenView(long id, String name, String token, boolean readOnly, @Nullable Timestamp expires) implements View {

    static CreatedTokenView of(AccessToken made, String text) {
        return new CreatedTokenView(made.id, made.name, text, made.readOnly, Timestamp.of(made.expires));
    }

    @Override
    public String template() {
        return "account/token_made";
    }

    @Override
    public String toString() {
        return "NewToken[" + name + "]";
    }
}
