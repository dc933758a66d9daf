package profiles.account;

import java.time.Instant;
import profiles.web.Moment;
import profiles.web.OrNull;

/**
 * A token as its owner sees it later.
 *
 * @param lastUsed null for never
 * @param expires  null for never
 */
public record TokenView(long id, String name, String prefix, boolean readOnly, Moment created, @OrNull Moment lastUsed, @OrNull Moment expires, boolean expired) {

    static TokenView of(AccessToken token, Instant now) {
        return new TokenView(token.id, token.name, token.prefix, token.readOnly, Moment.of(token.created), Moment.of(token.lastUsed),
            Moment.of(token.expires), token.expired(now));
    }
}
