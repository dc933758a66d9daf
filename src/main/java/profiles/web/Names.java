package profiles.web;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;

/** The names that a form knows, in the order in which people see them: the whitelist of what may be sent, and what is told of it. */
public final class Names extends AbstractSet<String> {
    static final Names NONE = of();

    private final List<Name> all;

    private Names(List<Name> all) {
        this.all = all;
    }

    public static Names of(Name... all) {
        return of(List.of(all));
    }

    public static Names of(List<Name> all) {
        return new Names(List.copyOf(all));
    }

    public List<Name> all() {
        return all;
    }

    /** What people call it; "" for what is not known, or has no label. */
    public String label(String name) {
        return all.stream().filter(each -> each.name().equals(name)).map(Name::label).findFirst().orElse("");
    }

    @Override
    public Iterator<String> iterator() {
        return all.stream().map(Name::name).iterator();
    }

    @Override
    public int size() {
        return all.size();
    }
}
