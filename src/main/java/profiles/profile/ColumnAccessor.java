package profiles.profile;

import io.ebean.bean.EntityBean;
import jakarta.persistence.Column;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import profiles.media.MediaKey;

/**
 * A property of {@link Profile}, found by its column's name and accessed as text, so that a field is declared in one line. Ebean notices
 * changes.
 */
final class ColumnAccessor {
    private static final Pattern UNDERSCORE = Pattern.compile("_(.)");

    private final int index;
    private final UnaryOperator<String> format;
    private final Function<String, ?> parse;

    private ColumnAccessor(int index, UnaryOperator<String> format, Function<String, ?> parse) {
        this.index = index;
        this.format = format;
        this.parse = parse;
    }

    /**
     * A {@code String}.
     *
     * @param max code points that will be set: SQLite would keep more than the column has room for, and MariaDB fail
     * @throws IllegalArgumentException when the entity has no such property, or one of too short a column
     */
    static ColumnAccessor text(String column, int max) {
        var declared = of(column, String.class).getAnnotation(Column.class);
        if (declared == null || declared.columnDefinition().isEmpty() && declared.length() < max)
            throw new IllegalArgumentException("Profile's column for " + column + " needs @Column(length = " + max + ")");
        return new ColumnAccessor(index(column), text -> text, text -> text);
    }

    /** A {@code String} that holds the key of a file, see {@link MediaKey}. @param max as with {@link #text} */
    static ColumnAccessor key(String column, int max) {
        return new ColumnAccessor(text(column, max).index, MediaKey::normalized, text -> text);
    }

    /** A {@code LocalDate}, null for none. @throws IllegalArgumentException when the entity has no such property */
    static ColumnAccessor date(String column) {
        return nullable(column, LocalDate.class, LocalDate::parse);
    }

    private static <T> ColumnAccessor nullable(String column, Class<T> type, Function<String, T> parse) {
        of(column, type);
        return new ColumnAccessor(index(column), text -> text, text -> text.isEmpty() ? null : parse.apply(text));
    }

    /** @return "" for NULL, which in a text Django never writes, but others do */
    String get(Profile profile) {
        return format.apply(Objects.toString(bean(profile)._ebean_getFieldIntercept(index), ""));
    }

    /** @param text as {@link #get} returns it */
    void set(Profile profile, String text) {
        bean(profile)._ebean_setFieldIntercept(index, parse.apply(text));
    }

    private static java.lang.reflect.Field of(String column, Class<?> type) {
        try {
            var property = Profile.class.getDeclaredField(name(column));
            if (property.getType() == type) return property;
            throw new IllegalArgumentException("Profile's property " + name(column) + " is no " + type.getSimpleName());
        } catch (NoSuchFieldException missing) {
            throw new IllegalArgumentException("Profile has no property " + name(column), missing);
        }
    }

    private static int index(String column) {
        return Arrays.asList(bean(new Profile(null))._ebean_getPropertyNames()).indexOf(name(column));
    }

    /** In Java, such as fullName for full_name. */
    static String name(String column) {
        return UNDERSCORE.matcher(column).replaceAll(message -> message.group(1).toUpperCase(Locale.ROOT));
    }

    private static EntityBean bean(Profile profile) {
        return (EntityBean) (Object) profile;
    }
}
