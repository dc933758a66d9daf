package profiles.web;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;

/** The fields of a form, in the order in which people see them: the whitelist of what may be sent, and its documentation. */
public final class FormSchema extends AbstractSet<String> {
    static final FormSchema NONE = of();

    private final List<FormField> all;

    private FormSchema(List<FormField> all) {
        this.all = all;
    }

    public static FormSchema of(FormField... all) {
        return of(List.of(all));
    }

    public static FormSchema of(List<FormField> all) {
        return new FormSchema(List.copyOf(all));
    }

    public List<FormField> all() {
        return all;
    }

    /** What people call it; "" for what is not known, or has no label. */
    public String label(String name) {
        return all.stream().filter(each -> each.name().equals(name)).map(FormField::label).findFirst().orElse("");
    }

    @Override
    public Iterator<String> iterator() {
        return all.stream().map(FormField::name).iterator();
    }

    @Override
    public int size() {
        return all.size();
    }
}
