package profiles.web;

/**
 * What every page knows besides its view.
 *
 * @param visitor null for a guest
 * @param message what was just done, or null
 * @param errors  of the form that is shown
 */
public record Page(Visitor visitor, String message, Errors errors) {
}
