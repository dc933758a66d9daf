package profiles.account;

import io.javalin.http.Context;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.web.Authorization;
import profiles.web.Visitors;

/**
 * Tells who asks: by the Authorization header where there is one, and then no cookie counts; else by the session's cookie. Wrong credentials
 * are a guest's. A password costs a hash with each request, a token does not.
 */
@Singleton
public final class Credentials implements Visitors {
    private final Sessions sessions;
    private final Tokens tokens;
    private final Users users;

    @Inject
    Credentials(Sessions sessions, Tokens tokens, Users users) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.users = users;
    }

    @Override
    public Member asking(Context ctx) {
        var sent = Authorization.of(ctx);
        if (sent == null) return sessions.asking(ctx);
        if (sent.is("Bearer")) return tokens.asking(sent.value());
        return sent.is("Basic") ? basic(ctx, sent.value()) : null;
    }

    private Member basic(Context ctx, String value) {
        var sent = BasicPair.read(value);
        var user = sent == null ? null : users.who(ctx, sent.username(), sent.password(), null);
        return user == null ? null : Member.byPassword(user);
    }
}
