package profiles.account.token;

import java.time.Instant;
import java.util.List;
import profiles.account.AccessToken;
import profiles.web.View;

public record TokensView(List<TokenView> tokens) implements View {

    static TokensView of(List<AccessToken> tokens, Instant now) {
        return new TokensView(tokens.stream().map(token -> TokenView.of(token, now)).toList());
    }

    @Override
    public String template() {
        return "account/tokens";
    }
}
