package profiles.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.web.Problem;

/** RFC 9110, 14. */
class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({"bytes=0-0, 0, 1", "bytes=0-9, 0, 10", "bytes=3-5, 3, 3", "bytes=9-, 9, 1", "bytes=0-, 0, 10", "bytes=5-99, 5, 5",
        "bytes=-1, 9, 1", "bytes=-10, 0, 10",
        "bytes=-99, 0, 10", "BYTES=1-2, 1, 2", "bytes = 1 - 2, 1, 2", "bytes=0-999999999999999999, 0, 10", "bytes=007-008, 7, 2"})
    void a_part_of_ten_bytes(String header, long from, long length) {
        assertEquals(new ByteRange(from, length), ByteRange.of(header, 10));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "bytes", "bytes=", "bytes=-", "Bytes=-", "bytes= -", "bytes=a-b", "bytes=5-3", "bytes=0-1,3-4", "lines=0-1",
        "bytes=--1", "bytes=1-2-3", "bytes=+1-2",
        "bytes=0x1-2", "bytes=99999999999999999999-", "0-1", "bytes=1", "bytes:0-1"})
    void what_is_malformed_or_more_than_one_range_is_ignored(String header) {
        assertNull(ByteRange.of(header, 10));
    }

    @ParameterizedTest
    @CsvSource({"bytes=10-, 10", "bytes=10-20, 10", "bytes=-0, 10", "bytes=0-, 0", "bytes=-5, 0", "bytes=0-0, 0",
        "bytes=999999999999999999-, 10"})
    void what_lies_beyond_the_end_cannot_be_had(String header, long size) {
        assertThrows(Problem.class, () -> ByteRange.of(header, size));
    }

    @Test void the_answer_says_which_part_it_is() {
        assertEquals("bytes 3-5/10", ByteRange.of("bytes=3-5", 10).of(10));
    }
}
