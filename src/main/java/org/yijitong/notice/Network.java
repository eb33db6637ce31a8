package org.yijitong.notice;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Some addresses that begin alike, such as {@code 10.0.0.0/8} (RFC 4632, RFC 4291).
 *
 * @param base one of them
 * @param bits how many bits are alike
 */
record Network(InetAddress base, int bits) {
    /**
     * What is not on the open net: this machine, networks inside a house, what lies on the same wire, what is for many, and
     * forms of IPv6 that hide one of these (IANA special-purpose registries; RFC 6890).
     */
    static final List<Network> INSIDE = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "fc00::/7",
                    "fe80::/9",
                    "ff00::/8")
            .map(Network::of)
            .toList();

    /** @throws IllegalArgumentException when it is not written as an address, a slash and a number of bits */
    static Network of(String written) {
        int slash = written.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("no / in " + written);
        }
        InetAddress base = InetAddress.ofLiteral(written.substring(0, slash).strip());
        int bits = Integer.parseInt(written.substring(slash + 1).strip());
        if (bits < 0 || bits > base.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException(bits + " bits of " + base);
        }
        return new Network(base, bits);
    }

    boolean holds(InetAddress address) {
        byte[] one = base.getAddress();
        byte[] other = address.getAddress();
        if (one.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((one[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
