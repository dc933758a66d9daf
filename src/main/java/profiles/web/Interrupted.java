package profiles.web;

import io.javalin.http.Context;

/**
 * A form with files whose sender is not signed in any more: a way to the login would lose what was typed and chosen. The browser still has it,
 * and sends it once more when this page is loaded again.
 */
record Interrupted() implements View {
    static final Interrupted PAGE = new Interrupted();

    /** Other forms are short; they lead to the login. */
    static boolean is(Context ctx) {
        return Input.mediaType(ctx).equals(Input.PARTS);
    }

    @Override
    public String template() {
        return "interrupted";
    }
}
