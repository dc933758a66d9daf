package profiles.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import profiles.fileformat.FileFormat;

class DocumentFieldTest {
    private static final long MEGABYTE = 1024 * 1024;

    @Test void a_field_takes_what_all_take_or_less_where_it_says_so() {
        var usual = DocumentField.of("cv", "CV", "cvs", FileFormat.PDF);

        assertEquals(10 * MEGABYTE, usual.maxBytes(10 * MEGABYTE));
        assertEquals(2 * MEGABYTE, usual.upTo(2).maxBytes(10 * MEGABYTE));
        assertEquals(MEGABYTE, usual.upTo(2).maxBytes(MEGABYTE), "never more than the setting says");
        assertEquals(usual.accept(), usual.upTo(2).accept());
    }
}
