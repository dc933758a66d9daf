package profiles.net;

import java.math.BigInteger;

/** Addresses that begin alike, in CIDR notation (RFC 4632, RFC 4291): {@code 10.0.0.0/8}, {@code fd00::/8}, or one address alone. */
public record CidrBlock(IpAddress first, int bits) {

    /** @return null when it is none */
    public static CidrBlock parse(String text) {
        var parts = text.split("/", 2);
        var first = IpAddress.plain(parts[0]);
        if (first == null) return null;
        var all = 8 * first.inet().getAddress().length;
        if (parts.length == 1) return new CidrBlock(first, all);
        return parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= all ? new CidrBlock(first, Integer.parseInt(parts[1])) : null;
    }

    public boolean contains(IpAddress address) {
        byte[] ours = first.inet().getAddress(), its = address.inet().getAddress();
        return ours.length == its.length && prefix(ours).equals(prefix(its));
    }

    private BigInteger prefix(byte[] address) {
        return new BigInteger(1, address).shiftRight(8 * address.length - bits);
    }
}
