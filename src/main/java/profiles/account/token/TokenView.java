package profiles.account.token;

import java.time.Instant;
import profiles.account.AccessToken;
import profiles.web.Nullable;
import profiles.web.Timestamp;

/**
 * A token as its owner sees it later.
 *
 * @param lastUsed null for never
 * @param expires  null for never
 */
public record TokenView(long id, String name, String prefix, boolean readOnly, Timestamp created, @Nullable Timestamp lastUsed,
    @Nullable Timestamp expires, boolean expired) {

    static TokenView of(AccessToken token, Instant now) {
        return new TokenView(token.id, token.name, token.prefix, token.readOnly, Timestamp.of(token.created), Timestamp.of(token.lastUsed),
            Timestamp.of(token.expires), token.isExpired(now));
    }
}
