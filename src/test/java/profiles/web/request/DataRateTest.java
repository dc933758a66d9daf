package profiles.web.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DataRateTest {
    private static final int GIGABYTE = 1_000_000_000;

    @Test void a_thousand_bytes_buy_a_second() {
        assertEquals(Duration.ofSeconds(6).toNanos(), DataRate.USUAL.after(Duration.ofSeconds(5).toNanos(), 1000));
        assertEquals(Duration.ofMillis(5001).toNanos(), DataRate.USUAL.after(Duration.ofSeconds(5).toNanos(), 1));
    }

    @Test void no_more_is_saved_up_than_a_pause_may_take() {
        assertEquals(Duration.ofSeconds(25).toNanos(), DataRate.USUAL.after(0, GIGABYTE));
    }

    @Test void the_slowest_phone_is_never_cut_off_and_a_byte_now_and_then_is() {
        assertTrue(left(60, 1100) > 0);
        assertTrue(left(60, 1) < 0);
    }

    /** What is left after so many seconds of so many bytes each. */
    private static long left(int seconds, int bytes) {
        var left = DataRate.USUAL.grace().toNanos();
        for (int i = 0; i < seconds; i++) left = DataRate.USUAL.after(left - Duration.ofSeconds(1).toNanos(), bytes);
        return left;
    }
}
