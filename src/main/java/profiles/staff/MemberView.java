package profiles.staff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Locale;
import profiles.account.admin.AccountStatus;
import profiles.account.admin.StaffAction;
import profiles.profile.ProfileView;
import profiles.web.FormSchema;
import profiles.web.View;

/**
 * A person as staff see them.
 *
 * @param open the actions that would change something
 */
public record MemberView(int id, AccountStatus account, ProfileView profile, @JsonIgnore List<StaffAction> open, HistoryPage history)
    implements View {

    public boolean allows(String action) {
        return open.contains(StaffAction.valueOf(action.toUpperCase(Locale.ROOT)));
    }

    @Override
    public String template() {
        return "staff/member";
    }

    @Override
    public FormSchema names() {
        return StaffActionPages.NAMES;
    }
}
