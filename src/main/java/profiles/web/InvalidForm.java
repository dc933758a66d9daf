package profiles.web;

/** A form with errors: it is shown again as typed, with the errors beside each field. */
public final class InvalidForm extends Problem {
    private final transient View form;
    private final transient FormErrors errors;

    public InvalidForm(View form, FormErrors errors) {
        super(errors.status(), "Please correct the form", "Something in the form needs to be corrected.");
        this.form = form;
        this.errors = errors;
    }

    private InvalidForm(View form, Problem why) {
        super(why.status(), why.title(), why.getMessage(), why.headers());
        this.form = form;
        this.errors = new FormErrors().add(FormErrors.FORM, why.getMessage());
    }

    /**
     * What is wrong is not the form: it is shown again as typed, to be sent again.
     *
     * @param form null where there is none to show
     */
    public static Problem with(View form, Problem why) {
        return form == null ? why : new InvalidForm(form, why);
    }

    public View form() {
        return form;
    }

    public FormErrors errors() {
        return errors;
    }
}
