package profiles.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.web.ClientAddress;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,                      192.0.2.1",
        "192.0.2.1:51000,                192.0.2.1",
        "2001:DB8:0:0:0:0:0:1,           2001:db8::1",
        "2001:db8:0:1:0:0:0:1,           2001:db8:0:1::1",
        "2001:db8:0:1:1:1:1:1,           2001:db8:0:1:1:1:1:1",
        "[2001:db8::1]:443,              2001:db8::1",
        "[::1],                          ::1",
        "::,                             ::",
        "fe80::1%eth0,                   fe80::1",
        "::ffff:192.0.2.1,               192.0.2.1"})
    void an_address_is_read_as_proxies_write_it_and_told_as_people_do(String written, String told) {
        assertEquals(told, IpAddress.parse(written).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "localhost", "_hidden", "256.1.1.1", "1.2.3", "1.2.3.4.5", "010.0.0.1", "1.2.3.4:",
        "1.2.3.4:123456", ":", ":::",
        "1::2::3", "12345::", "[::1", "::1]x", ".:1", "192.0.2.1 evil", "192.0.2.1\n"})
    void what_is_no_address_is_none_and_is_never_looked_up(String text) {
        assertNull(IpAddress.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,              192.0.2.1",
        "2001:db8:1:2:3:4:5:6,   2001:db8:1:2::/64",
        "2001:db8::1,            2001:db8::/64"})
    void a_visitor_has_an_address_or_a_network_of_version_6(String address, String network) {
        assertEquals(network, IpAddress.parse(address).network());
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,     10.255.0.1,      true",
        "10.1.2.3/8,     10.255.0.1,      true",
        "10.0.0.0/8,     11.0.0.1,        false",
        "10.0.0.8/29,    10.0.0.15,       true",
        "10.0.0.8/29,    10.0.0.16,       false",
        "127.0.0.1,      127.0.0.1,       true",
        "127.0.0.1,      127.0.0.2,       false",
        "0.0.0.0/0,      203.0.113.9,     true",
        "0.0.0.0/0,      2001:db8::1,     false",
        "2001:db8::/33,  2001:db8:7fff::, true",
        "2001:db8::/33,  2001:db8:8000::, false",
        "::1,            ::1,             true"})
    void a_block_holds_the_addresses_that_begin_like_it(String block, String address, boolean inside) {
        assertEquals(inside, CidrBlock.parse(block).contains(IpAddress.parse(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8/8", "proxy.example.org", "[::1]",
        "10.0.0.1:80", "/8"})
    void what_is_no_block_is_none(String text) {
        assertNull(CidrBlock.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "nobody is trusted      | 203.0.113.9 | 198.51.100.7               | 203.0.113.9",
        "one proxy              | 10.0.0.1    | 198.51.100.7               | 198.51.100.7",
        "a forged beginning     | 10.0.0.1    | 1.1.1.1, 198.51.100.7      | 198.51.100.7",
        "two proxies            | 10.0.0.1    | 1.1.1.1, 198.51.100.7, 10.0.0.2 | 198.51.100.7",
        "only proxies           | 10.0.0.1    | 10.0.0.3, 10.0.0.2         | 10.0.0.3",
        "not told               | 10.0.0.1    | ''                         | 10.0.0.1",
        "what cannot be read    | 10.0.0.1    | 1.1.1.1, unknown           | 10.0.0.1",
        "unreadable far off     | 10.0.0.1    | unknown, 198.51.100.7      | 198.51.100.7",
        "version 6              | 10.0.0.1    | [2001:db8::1]:443          | 2001:db8::1"})
    void a_forwarded_address_counts_as_far_as_trusted_proxies_wrote_it(String what, String nearest, String hops, String client) {
        var address = new ClientAddress(List.of(CidrBlock.parse("10.0.0.0/8")));

        var found = address.behind(IpAddress.parse(nearest), Stream.of(hops.split(",")).map(String::strip).toList());

        assertEquals(client, found.text(), what);
    }

    @Test void an_address_that_is_not_known_is_in_no_block_of_proxies() {
        assertFalse(CidrBlock.parse("127.0.0.1").contains(IpAddress.UNKNOWN));
        assertTrue(CidrBlock.parse("0.0.0.0/0").contains(IpAddress.UNKNOWN));
    }
}
