package profiles.account;

import profiles.web.Moment;
import profiles.web.OrNull;
import profiles.web.View;

/**
 * A token just made, with its text, which no later answer has.
 *
 * @param expires null for never
 */
public record NewToken(long id, String name, String token, boolean readOnly, @OrNull Moment expires) implements View {

    static NewToken of(AccessToken made, String text) {
        return new NewToken(made.id, made.name, text, made.readOnly, Moment.of(made.expires));
    }

    @Override
    public String template() {
        return "account/token_made";
    }

    /** Without the text, wherever it may end. */
    @Override
    public String toString() {
        return "NewToken[" + name + "]";
    }
}
