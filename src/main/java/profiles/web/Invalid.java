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

    private Invalid(View form, Problem why) {
        super(why.status(), why.title(), why.getMessage(), why.headers());
        this.form = form;
        this.errors = new Errors().on(Errors.FORM, why.getMessage());
    }

    /**
     * What is wrong is not the form: it is shown again as typed, to be sent again.
     *
     * @param form null where there is none to show
     */
    public static Problem with(View form, Problem why) {
        return form == null ? why : new Invalid(form, why);
    }

    View form() {
        return form;
    }

    Errors errors() {
        return errors;
    }
}
