package profiles.account;

import java.time.Duration;
import java.time.Instant;
import profiles.web.Errors;
import profiles.web.Input;
import profiles.web.Name;
import profiles.web.Names;
import profiles.web.Text;
import profiles.web.View;

/**
 * A token that someone wants to have.
 *
 * @param days until it expires, as typed; "" for never
 */
public record NewTokenForm(String name, String days, boolean readOnly) implements View {
    static final int MOST_NAME = 100;
    static final NewTokenForm EMPTY = new NewTokenForm("", "90", true);
    private static final int MOST_DAYS = 3650;
    public static final Names NAMES = Names.of(Name.text("name", MOST_NAME).called("Name").required(),
        Name.number("days", 1, MOST_DAYS).called("Days until it expires").says("Until it expires; absent for never."), Name.flag("read_only").says("Unless false is sent."));

    /** Where it is not said, a token may only read. */
    static NewTokenForm read(Input in) {
        var errors = new Errors();
        var name = Text.line("name", in.textOr("name", ""), MOST_NAME, errors);
        if (name.isEmpty()) errors.on("name", "Give the token a name, so that you know it later.");
        var form = new NewTokenForm(name, in.digits("days"), in.tickedOr("read_only", true));
        if (!form.days.isEmpty() && !daysFit(form.days)) errors.on("days", "Use a whole number from 1 to " + MOST_DAYS + ", or leave this empty.");
        errors.check(form);
        return form;
    }

    /** @return null for never */
    Instant expires(Instant now) {
        return days.isEmpty() ? null : now.plus(Duration.ofDays(Integer.parseInt(days)));
    }

    private static boolean daysFit(String days) {
        return days.matches("[0-9]{1,4}") && Integer.parseInt(days) >= 1 && Integer.parseInt(days) <= MOST_DAYS;
    }

    @Override
    public String template() {
        return "account/new_token";
    }

    @Override
    public Names names() {
        return NAMES;
    }
}
