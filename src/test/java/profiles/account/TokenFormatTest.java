package profiles.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class TokenFormatTest {

    @Test void tokens_have_one_shape_and_are_all_different() {
        var all = new HashSet<String>();

        for (int i = 0; i < 1000; i++) all.add(TokenFormat.random());

        assertEquals(1000, all.size());
        for (var each : all) assertTrue(each.matches("prf_[0-9A-Za-z]{49}") && TokenFormat.isWellFormed(each), each);
    }

    @Test void a_mistyped_token_is_noticed() {
        var text = TokenFormat.random();

        for (int i = 0; i < text.length(); i++) {
            var wrong = text.substring(0, i) + (text.charAt(i) == 'x' ? 'y' : 'x') + text.substring(i + 1);
            assertFalse(TokenFormat.isWellFormed(wrong), wrong);
        }
        for (var wrong : new String[] {"", "prf_", text + "0", text.substring(1), " " + text, text + "\n"})
            assertFalse(TokenFormat.isWellFormed(wrong), wrong);
    }
}
