package dev.tinyland.gf.kube;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An IP address, read strictly: four decimal octets without leading zeros, or RFC 4291 text without a zone. The Java
 * library also takes {@code 1685674252} and {@code 100.113.22796} for addresses, which is how a guard is walked around.
 *
 * @param six whether it is an IPv6 address
 * @param high the upper 64 bits, 0 for IPv4
 * @param low the lower 64 bits; for IPv4 the 32 bits of the address
 */
public record IpAddress(boolean six, long high, long low) {

    public static Optional<IpAddress> parse(String text) {
        return text.indexOf(':') >= 0 ? parseSix(text) : parseFour(text);
    }

    /**
     * An address from its bytes in network order.
     *
     * @param bytes 4 or 16 of them
     */
    public static IpAddress of(byte[] bytes) {
        if (bytes.length == 4) {
            return new IpAddress(false, 0, bits(bytes, 0, 4));
        }
        if (bytes.length != 16) {
            throw new IllegalArgumentException(bytes.length + " bytes are no IP address");
        }
        return new IpAddress(true, bits(bytes, 0, 8), bits(bytes, 8, 8));
    }

    private static long bits(byte[] bytes, int from, int count) {
        long value = 0;
        for (int i = from; i < from + count; i++) {
            value = (value << 8) | (bytes[i] & 0xff);
        }
        return value;
    }

    private static Optional<IpAddress> parseFour(String text) {
        String[] octets = text.split("\\.", -1);
        if (octets.length != 4) {
            return Optional.empty();
        }
        long value = 0;
        for (String octet : octets) {
            int number = decimal(octet);
            if (number < 0) {
                return Optional.empty();
            }
            value = (value << 8) | number;
        }
        return Optional.of(new IpAddress(false, 0, value));
    }

    private static int decimal(String octet) {
        boolean digits =
                !octet.isEmpty() && octet.length() <= 3 && octet.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || (octet.length() > 1 && octet.charAt(0) == '0')) {
            return -1;
        }
        int number = Integer.parseInt(octet);
        return number <= 255 ? number : -1;
    }

    private static Optional<IpAddress> parseSix(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return Optional.empty();
        }
        Optional<List<Integer>> head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
        Optional<List<Integer>> tail = gap < 0 ? Optional.of(List.of()) : groups(text.substring(gap + 2), true);
        if (head.isEmpty() || tail.isEmpty()) {
            return Optional.empty();
        }
        int missing = 8 - head.get().size() - tail.get().size();
        boolean fits = gap < 0 ? missing == 0 : missing >= 1;
        if (!fits) {
            return Optional.empty();
        }
        List<Integer> all = new ArrayList<>(head.get());
        for (int i = 0; i < missing; i++) {
            all.add(0);
        }
        all.addAll(tail.get());
        long high = 0;
        long low = 0;
        for (int i = 0; i < 4; i++) {
            high = (high << 16) | all.get(i);
            low = (low << 16) | all.get(i + 4);
        }
        return Optional.of(new IpAddress(true, high, low));
    }

    private static Optional<List<Integer>> groups(String text, boolean mayEndInFour) {
        List<Integer> groups = new ArrayList<>();
        if (text.isEmpty()) {
            return Optional.of(groups);
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (i == parts.length - 1 && mayEndInFour && part.indexOf('.') >= 0) {
                Optional<IpAddress> four = parseFour(part);
                if (four.isEmpty()) {
                    return Optional.empty();
                }
                groups.add((int) (four.get().low() >>> 16));
                groups.add((int) (four.get().low() & 0xffff));
            } else if (part.matches("[0-9A-Fa-f]{1,4}")) {
                groups.add(Integer.parseInt(part, 16));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(groups);
    }

    /** The IPv4 address inside an IPv4-mapped IPv6 address, else this. */
    public IpAddress unmapped() {
        boolean mapped = six && high == 0 && (low >>> 32) == 0xffffL;
        return mapped ? new IpAddress(false, 0, low & 0xffffffffL) : this;
    }

    /** Whether it is all zeros. Whoever connects to it reaches this machine. */
    public boolean unspecified() {
        IpAddress plain = unmapped();
        return plain.high == 0 && plain.low == 0;
    }

    @Override
    public String toString() {
        if (!six) {
            return (low >>> 24) + "." + ((low >>> 16) & 0xff) + "." + ((low >>> 8) & 0xff) + "." + (low & 0xff);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            long word = i < 4 ? high : low;
            text.append(i == 0 ? "" : ":").append(Long.toHexString((word >>> (48 - 16 * (i % 4))) & 0xffff));
        }
        return text.toString();
    }
}
