package dev.parley.gateway.ratelimit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where somebody calls from, as far as it tells people apart: of IPv6, everybody has 64 bits to choose from. */
record Address(String text) {

    private static final int NETWORK_BYTES = 8;

    /** @param literal as the server has it, which may be of a proxy's making and no address at all */
    static Address of(String literal) {
        try {
            var address = InetAddress.ofLiteral(literal);
            return address instanceof Inet6Address v6 ? network(v6) : new Address(address.getHostAddress());
        } catch (IllegalArgumentException e) {
            // Of a bounded length, since a header may be behind it.
            return new Address(literal.substring(0, Math.min(literal.length(), 64)));
        }
    }

    private static Address network(Inet6Address address) {
        var bytes = Arrays.copyOf(address.getAddress(), NETWORK_BYTES);
        return new Address(HexFormat.ofDelimiter(":").formatHex(bytes) + "::/64");
    }
}
