package profiles.directory;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {

    @ParameterizedTest
    @CsvSource({"Łukasz,lukasz", "STRAẞE,strasse", "straße,strasse", "Ærøskøbing,aeroskobing", "ΟΔΥΣΣΕΥΣ,οδυσσευσ", "İstanbul,istanbul",
        "ığdır,igdir",
        "ｆｕｌｌ,full", "Ёлкина,елкина", "Nguyễn,nguyen", "مُحَمَّد,محمد", "कि,कि", "が,が", "김,김"})
    void cases_and_accents_do_not_count(String typed, String folded) {
        assertEquals(folded, SearchWords.folded(typed));
    }

    @Test void numbers_are_words_of_their_own() {
        assertEquals(List.of("anna", "smith", "17", "example", "org"), SearchWords.ofQuery("anna.smith17@example.org"));
    }

    @Test void an_apostrophe_parts_and_does_not_part() {
        assertEquals(Set.of("o", "brien", "obrien"), SearchWords.of(List.of("O’Brien")));
        assertEquals("obrien", SearchWords.order("O'Brien"));
    }

    @Test void where_no_blanks_are_written_every_letter_may_begin_a_word() {
        assertEquals(Set.of("田中太郎", "中太郎", "太郎", "郎"), SearchWords.of(List.of("田中太郎")));
    }

    @Test void no_name_makes_more_than_it_should() {
        assertTrue(SearchWords.of(List.of("漢".repeat(255), "a b ".repeat(60))).size() <= 100);
        assertTrue(SearchWords.of(List.of("zelda7", "漢".repeat(255), IntStream.range(0, 120)
            .mapToObj(i -> "a" + (char) ('a' + i % 26) + (char) ('a' + i / 26)).collect(joining(" ")))).contains("zelda"));
        assertEquals(40, SearchWords.order("é".repeat(255)).length());
    }

    @Test void a_digest_has_the_bits_of_each_beginning() {
        var digest = SearchBloomFilter.of(List.of("lovelace", "ада", "+cv"));
        for (var request : new String[] {"l", "lo", "lov", "love", "ада", "а", "+cv"})
            assertEquals(SearchBloomFilter.of(request), digest & SearchBloomFilter.of(request), request);
        assertTrue((digest & SearchBloomFilter.of("zoe")) != SearchBloomFilter.of("zoe"));
    }
}
