package profiles.directory;

/**
 * What must stand among the words of who is found.
 *
 * @param from   the first word that will do
 * @param to     the last
 * @param within what the text of an entry then holds
 */
public record SearchTerm(String from, String to, String within) {
    /** After all that words are made of. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    static SearchTerm prefix(String word) {
        return new SearchTerm(word, word + LAST, " " + word);
    }

    static SearchTerm word(String word) {
        return new SearchTerm(word, word, " " + word + " ");
    }
}
