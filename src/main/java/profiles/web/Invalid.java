package profiles.web;

/** A form that cannot be taken as it is: it is shown again as typed, with what is wrong beside each field. */
public final class Invalid extends Problem {
    private final transient View form;
    private final transient Errors errors;

    Invalid(View form, Errors errors) {
        super(errors.status(), "Please correct the form", "Something in the form needs to be corrected.");
        this.form = form;
        this.errors = errors;
    }

    View form() {
        return form;
    }

    Errors errors() {
        return errors;
    }
}
