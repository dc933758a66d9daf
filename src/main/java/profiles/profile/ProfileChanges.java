package profiles.profile;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import profiles.media.ValidatedUpload;
import profiles.web.View;

/** The changes that a form makes to a profile. */
final class ProfileChanges {
    private final long limit;
    private final LocalDate today;
    private final Map<Field, String> texts = new LinkedHashMap<>();
    private final Map<DocumentField, ValidatedUpload> documents = new LinkedHashMap<>();
    private final Set<DocumentField> cleared = new LinkedHashSet<>();
    private Consumer<Profile> condition = any -> { };
    private View form;

    /**
     * @param limit of one file, in bytes
     * @param today in UTC
     */
    ProfileChanges(long limit, LocalDate today) {
        this.limit = limit;
        this.today = today;
    }

    long limit() {
        return limit;
    }

    LocalDate today() {
        return today;
    }

    /** @param text as {@link Field#value} has it; where it is wrong, as it was typed, to be shown again */
    void write(Field field, String text) {
        texts.put(field, text);
    }

    void put(DocumentField field, ValidatedUpload document) {
        documents.put(field, document);
    }

    void clear(DocumentField field) {
        cleared.add(field);
    }

    Map<Field, String> texts() {
        return texts;
    }

    /** The new text of the field, or what it has now. */
    String display(Field field, String now) {
        return texts.getOrDefault(field, now);
    }

    /** Shown again when it turns out later that they cannot be made. */
    ProfileChanges withTexts(View form) {
        this.form = form;
        return this;
    }

    View form() {
        return form;
    }

    /** What the field's document then has, in bytes. @param now what it has */
    long size(DocumentField field, long now) {
        if (documents.containsKey(field)) return documents.get(field).upload().size();
        return cleared.contains(field) ? 0 : now;
    }

    Map<DocumentField, ValidatedUpload> documents() {
        return documents;
    }

    /** Before anything is changed, while nobody else changes the profile. @param now as it is then; what it throws leaves all as it is */
    void onlyIf(Consumer<Profile> condition) {
        this.condition = condition;
    }

    void checkPrecondition(Profile now) {
        condition.accept(now);
    }

    /** @param keys of the new documents in the storage */
    void apply(Profile profile, Map<DocumentField, String> keys) {
        texts.forEach((field, text) -> field.write(profile, text));
        keys.forEach((field, key) -> field.write(profile, key));
        cleared.forEach(field -> field.write(profile, ""));
    }
}
