package profiles.web;

/** The content of a response: jte renders it for people, Jackson writes its components for programs. */
public interface View {
    /** The template's name in jte/, such as "account/login". */
    String template();

    /** What its form may send; empty for what is no form. */
    default FormSchema names() {
        return FormSchema.NONE;
    }

    /** Whether its page shows files that were chosen there, and not sent yet. */
    default boolean previews() {
        return false;
    }
}
