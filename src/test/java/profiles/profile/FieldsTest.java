package profiles.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ebean.annotation.Index;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for each field of the list, also for those that are added. */
class FieldsTest {

    @Test void each_has_the_two_templates_of_its_kind() {
        for (var field : Fields.ALL) for (var folder : new String[] {"field", "shown"})
            assertTrue(Files.exists(Path.of("jte", "profile", folder, field.kind() + ".jte")), folder + " of " + field.name());
    }

    @Test void no_two_have_one_name() {
        var names = Stream.concat(Stream.of("username", "email"), Fields.ALL.stream().map(Field::name)).toList();

        assertEquals(names, names.stream().distinct().toList());
    }

    /** Else each download by staff, and each sweep, reads the whole table. */
    @Test void each_column_of_documents_has_an_index() throws NoSuchFieldException {
        for (var field : Fields.documents()) assertTrue(Profile.class.getDeclaredField(ColumnAccessor.name(field.name()))
            .isAnnotationPresent(Index.class), field.name());
    }
}
