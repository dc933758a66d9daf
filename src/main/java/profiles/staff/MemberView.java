package profiles.staff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Locale;
import profiles.account.AccountState;
import profiles.account.Deed;
import profiles.profile.ProfileView;
import profiles.web.Names;
import profiles.web.View;

/**
 * A member as staff sees him.
 *
 * @param open what may be done, of what would change something
 */
public record MemberView(int id, AccountState account, ProfileView profile, @JsonIgnore List<Deed> open, History history) implements View {

    public boolean may(String deed) {
        return open.contains(Deed.valueOf(deed.toUpperCase(Locale.ROOT)));
    }

    @Override
    public String template() {
        return "staff/member";
    }

    @Override
    public Names names() {
        return MemberDeeds.NAMES;
    }
}
