package profiles.account.authentication;

import io.javalin.http.Context;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.account.Member;
import profiles.account.session.Sessions;
import profiles.account.token.Tokens;
import profiles.web.Authorization;
import profiles.web.Visitors;

/**
 * Authenticates a request: by the Authorization header if there is one, otherwise by the session's cookie. With wrong credentials the
 * visitor is a guest. A password costs a hash with each request, a token does not.
 */
@Singleton
public final class Authentication implements Visitors {
    private final Sessions sessions;
    private final Tokens tokens;
    private final Users users;

    @Inject
    Authentication(Sessions sessions, Tokens tokens, Users users) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.users = users;
    }

    @Override
    public Member authenticate(Context ctx) {
        var sent = Authorization.of(ctx);
        if (sent == null) return sessions.authenticate(ctx);
        if (sent.is("Bearer")) return tokens.authenticate(sent.value());
        return sent.is("Basic") ? basic(ctx, sent.value()) : null;
    }

    private Member basic(Context ctx, String value) {
        var sent = BasicCredentials.read(value);
        var user = sent == null ? null : users.checkCredentials(ctx, sent.username(), sent.password(), null);
        return user == null ? null : Member.byPassword(user);
    }
}
