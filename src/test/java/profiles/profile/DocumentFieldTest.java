package profiles.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import profiles.media.FileKind;

class DocumentFieldTest {
    private static final long MEGABYTE = 1024 * 1024;

    @Test void a_field_takes_what_all_take_or_less_where_it_says_so() {
        var usual = DocumentField.of("cv", "CV", "cvs", FileKind.PDF);

        assertEquals(10 * MEGABYTE, usual.most(10 * MEGABYTE));
        assertEquals(2 * MEGABYTE, usual.upTo(2).most(10 * MEGABYTE));
        assertEquals(MEGABYTE, usual.upTo(2).most(MEGABYTE), "never more than the setting says");
        assertEquals(usual.extensions(), usual.upTo(2).extensions());
    }
}
