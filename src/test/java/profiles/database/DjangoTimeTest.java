package profiles.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DjangoTimeTest {
    private final DjangoTime type = new DjangoTime();

    @ParameterizedTest
    @CsvSource({
        "2021-03-04 05:06:07.000089, 2021-03-04T05:06:07.000089Z",
        "2021-03-04 05:06:07,        2021-03-04T05:06:07Z",
        "2021-03-04 05:06:07.120000, 2021-03-04T05:06:07.120Z"})
    void a_time_is_written_and_read_as_django_does(String text, Instant time) {
        assertEquals(text, type.convertToDbString(time));
        assertEquals(time, type.convertFromDbString(text));
    }

    @Test void what_is_finer_than_a_microsecond_is_dropped_so_that_text_sorts_by_time() {
        assertEquals("2021-03-04 05:06:07.999999", type.convertToDbString(Instant.parse("2021-03-04T05:06:07.999999999Z")));
    }
}
