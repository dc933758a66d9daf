package profiles.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A field that does not suit its column is told at the first start, by name. */
class ColumnAccessorTest {

    @Test void a_field_without_a_property_is_told() {
        assertEquals("Profile has no property shoeSize", refusal(() -> TextField.line("shoe_size", "Shoe size", 5)));
    }

    @Test void a_field_of_another_type_is_told() {
        assertEquals("Profile's property fullName is no LocalDate", refusal(() -> DateField.of("full_name", "Name")));
        assertEquals("Profile's property user is no String", refusal(() -> UrlField.of("user", "User", 10)));
    }

    @Test void a_field_that_takes_more_than_its_column_is_told() {
        assertTrue(refusal(() -> TextField.line("cv", "CV", 101)).contains("@Column(length = 101)"));
        assertEquals(100, TextField.line("cv", "CV", 100).maxLength());
        assertEquals(1_000_000, TextField.lines("bio", "About", 1_000_000).maxLength());
    }

    @Test void null_and_nothing_are_both_no_text() {
        var profile = new Profile(null);
        profile.cv = null;

        var property = ColumnAccessor.text("cv", 100);

        assertEquals("", property.get(profile));
        property.set(profile, "cvs/a.pdf");
        assertEquals("cvs/a.pdf", profile.cv);
        property.set(profile, "");
        assertEquals("", profile.cv);
    }

    private static String refusal(Runnable declaration) {
        return assertThrows(IllegalArgumentException.class, declaration::run).getMessage();
    }
}
