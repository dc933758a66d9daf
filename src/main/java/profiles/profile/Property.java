package profiles.profile;

import io.ebean.bean.EntityBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** A property of {@link Profile}, found by its column's name, so that a field is declared in one line. Ebean notices what is set through it. */
final class Property {
    private static final Pattern UNDERSCORE = Pattern.compile("_(.)");

    private final int index;

    /** @throws IllegalArgumentException when the entity has no such property */
    Property(String column) {
        var name = UNDERSCORE.matcher(column).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
        index = Arrays.asList(bean(new Profile(null))._ebean_getPropertyNames()).indexOf(name);
        if (index < 0) throw new IllegalArgumentException("Profile has no property " + name);
    }

    /** @return "" for NULL, which Django never writes, but others do */
    String get(Profile profile) {
        var value = bean(profile)._ebean_getFieldIntercept(index);
        return value == null ? "" : (String) value;
    }

    void set(Profile profile, String value) {
        bean(profile)._ebean_setFieldIntercept(index, value);
    }

    private static EntityBean bean(Profile profile) {
        return (EntityBean) (Object) profile;
    }
}
