package id.karier.kernel.web;

import io.netty.util.NetUtil;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A network by its first bits.
 *
 * @param address 4 or 16 bytes
 * @param bits how many of them count
 */
record Network(byte[] address, int bits) {
    /** What one customer of a provider has: a whole address of IPv4, the first half of one of IPv6. */
    private static final int CUSTOMER_BITS_OF_IPV6 = 64;

    private static final int IPV4 = 4;

    /**
     * @param written {@code 10.0.0.0/8}, {@code 2001:db8::/32} or a single address
     * @throws IllegalArgumentException for anything else; names are not looked up
     */
    static Network parse(String written) {
        int slash = written.indexOf('/');
        var address = bytes(slash < 0 ? written : written.substring(0, slash));
        if (address == null) {
            throw new IllegalArgumentException(written + " is no address");
        }
        int bits = slash < 0 ? address.length * 8 : Integer.parseInt(written.substring(slash + 1));
        if (bits < 0 || bits > address.length * 8) {
            throw new IllegalArgumentException(written + " has no such prefix");
        }
        return new Network(address, bits);
    }

    /** By which requests from an address are counted: everything that is one customer's is one. */
    static String of(String address) {
        var bytes = bytes(address);
        if (bytes == null) {
            return address;
        }
        int length = bytes.length == IPV4 ? IPV4 : CUSTOMER_BITS_OF_IPV6 / 8;
        return HexFormat.of().formatHex(bytes, 0, length);
    }

    boolean holds(String written) {
        var other = bytes(written);
        if (other == null || other.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if (((address[bit / 8] ^ other[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    static boolean isAddress(String written) {
        return bytes(written) != null;
    }

    /** An address of IPv4 that is written as one of IPv6 is the one of IPv4. */
    private static byte @Nullable [] bytes(String written) {
        int zone = written.indexOf('%');
        if (written.isEmpty() || zone == 0) {
            return null;
        }
        var bytes = NetUtil.createByteArrayFromIpAddressString(zone < 0 ? written : written.substring(0, zone));
        if (bytes == null || bytes.length == IPV4) {
            return bytes;
        }
        for (int i = 0; i < 12; i++) {
            if (bytes[i] != (i < 10 ? 0 : (byte) 0xff)) {
                return bytes;
            }
        }
        return new byte[] {bytes[12], bytes[13], bytes[14], bytes[15]};
    }
}
