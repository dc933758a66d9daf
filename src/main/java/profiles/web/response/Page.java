package profiles.web.response;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.Map;
import profiles.web.FormErrors;
import profiles.web.FormSchema;
import profiles.web.Visitor;
import profiles.web.assets.Assets;

/**
 * What every page knows besides its view.
 *
 * @param visitor   null for a guest
 * @param message   what was just done, or null
 * @param errors    of the form that is shown
 * @param templates that make the parts of a page
 * @param names     of the fields of the form
 * @param assets    the files that it loads
 */
public record Page(Visitor visitor, String message, FormErrors errors, TemplateEngine templates, FormSchema names, Assets assets) {

    /** What people call a field; "" for none. */
    public String label(String field) {
        return names.label(field);
    }

    /** Where a file of static/ is, such as "profiles.css". */
    public String asset(String name) {
        return assets.path(name);
    }

    /**
     * A part of this page whose template is chosen by what it shows. @param template its name in jte/; it takes {@code page} and {@code
     * value}
     */
    public Content part(String template, Object value) {
        return output -> templates.render(template + ".jte", Map.of("page", this, "value", value), output);
    }
}
