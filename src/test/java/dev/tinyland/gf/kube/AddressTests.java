package dev.tinyland.gf.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTests {
    /** First and last address of a range, and what it is, written by hand from the IANA registries. */
    private record Row(String first, String last, AddressScope scope) {}

    private static final List<Row> FOUR = List.of(
            new Row("0.0.0.0", "0.255.255.255", AddressScope.RESERVED),
            new Row("1.0.0.0", "9.255.255.255", AddressScope.PUBLIC),
            new Row("10.0.0.0", "10.255.255.255", AddressScope.PRIVATE),
            new Row("11.0.0.0", "100.63.255.255", AddressScope.PUBLIC),
            new Row("100.64.0.0", "100.127.255.255", AddressScope.TAILNET),
            new Row("100.128.0.0", "126.255.255.255", AddressScope.PUBLIC),
            new Row("127.0.0.0", "127.255.255.255", AddressScope.LOOPBACK),
            new Row("128.0.0.0", "169.253.255.255", AddressScope.PUBLIC),
            new Row("169.254.0.0", "169.254.255.255", AddressScope.LINK_LOCAL),
            new Row("169.255.0.0", "172.15.255.255", AddressScope.PUBLIC),
            new Row("172.16.0.0", "172.31.255.255", AddressScope.PRIVATE),
            new Row("172.32.0.0", "191.255.255.255", AddressScope.PUBLIC),
            new Row("192.0.0.0", "192.0.0.255", AddressScope.RESERVED),
            new Row("192.0.1.0", "192.0.1.255", AddressScope.PUBLIC),
            new Row("192.0.2.0", "192.0.2.255", AddressScope.RESERVED),
            new Row("192.0.3.0", "192.88.98.255", AddressScope.PUBLIC),
            new Row("192.88.99.0", "192.88.99.255", AddressScope.RESERVED),
            new Row("192.88.100.0", "192.167.255.255", AddressScope.PUBLIC),
            new Row("192.168.0.0", "192.168.255.255", AddressScope.PRIVATE),
            new Row("192.169.0.0", "198.17.255.255", AddressScope.PUBLIC),
            new Row("198.18.0.0", "198.19.255.255", AddressScope.RESERVED),
            new Row("198.20.0.0", "198.51.99.255", AddressScope.PUBLIC),
            new Row("198.51.100.0", "198.51.100.255", AddressScope.RESERVED),
            new Row("198.51.101.0", "203.0.112.255", AddressScope.PUBLIC),
            new Row("203.0.113.0", "203.0.113.255", AddressScope.RESERVED),
            new Row("203.0.114.0", "223.255.255.255", AddressScope.PUBLIC),
            new Row("224.0.0.0", "255.255.255.255", AddressScope.RESERVED));

    private static final List<Row> SIX = List.of(
            new Row("::", "::", AddressScope.RESERVED),
            new Row("::1", "::1", AddressScope.LOOPBACK),
            new Row("::2", "::fffe:ffff:ffff", AddressScope.RESERVED),
            new Row("::1:0:0:0", "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", AddressScope.RESERVED),
            new Row("2000::", "2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff", AddressScope.PUBLIC),
            new Row("2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff", AddressScope.RESERVED),
            new Row("2001:200::", "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff", AddressScope.PUBLIC),
            new Row("2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", AddressScope.RESERVED),
            new Row("2001:db9::", "2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff", AddressScope.PUBLIC),
            new Row("2002::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff", AddressScope.RESERVED),
            new Row("2003::", "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff", AddressScope.PUBLIC),
            new Row("3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff", AddressScope.RESERVED),
            new Row("3fff:1000::", "3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", AddressScope.PUBLIC),
            new Row("4000::", "fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", AddressScope.RESERVED),
            new Row("fc00::", "fd7a:115c:a1df:ffff:ffff:ffff:ffff:ffff", AddressScope.PRIVATE),
            new Row("fd7a:115c:a1e0::", "fd7a:115c:a1e0:ffff:ffff:ffff:ffff:ffff", AddressScope.TAILNET),
            new Row("fd7a:115c:a1e1::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", AddressScope.PRIVATE),
            new Row("fe00::", "fe7f:ffff:ffff:ffff:ffff:ffff:ffff:ffff", AddressScope.RESERVED),
            new Row("fe80::", "febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff", AddressScope.LINK_LOCAL),
            new Row("fec0::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", AddressScope.RESERVED));

    @Test
    void theClassifierAgreesWithATableAtEveryRangeEdge() throws UnknownHostException {
        int probes = 0;
        for (List<Row> table : List.of(FOUR, SIX)) {
            for (Row row : table) {
                BigInteger first = number(row.first());
                BigInteger last = number(row.last());
                List<BigInteger> inside = new ArrayList<>(List.of(first, last));
                if (first.compareTo(last) < 0) {
                    inside.add(first.add(BigInteger.ONE));
                    inside.add(last.subtract(BigInteger.ONE));
                    inside.add(first.add(last).shiftRight(1));
                }
                for (BigInteger value : inside) {
                    IpAddress address = address(value, table.equals(SIX));
                    assertEquals(row.scope(), AddressScope.of(address), address::toString);
                    probes++;
                }
                for (BigInteger value : List.of(first.subtract(BigInteger.ONE), last.add(BigInteger.ONE))) {
                    Optional<AddressScope> expected = scope(table, value);
                    if (expected.isPresent()) {
                        assertEquals(expected.get(), AddressScope.of(address(value, table.equals(SIX))));
                        probes++;
                    }
                }
            }
        }
        System.out.println(
                "AddressTests: " + probes + " addresses at " + (FOUR.size() + SIX.size()) + " ranges' edges");
    }

    @Test
    void theClassifierAgreesWithTheTableOnRandomAddresses() throws UnknownHostException {
        Random random = new Random(7);
        for (int i = 0; i < 50_000; i++) {
            BigInteger four = new BigInteger(32, random);
            assertEquals(scope(FOUR, four).orElseThrow(), AddressScope.of(address(four, false)));
        }
    }

    @Test
    void anIpv4AddressInsideIpv6IsWhatItIsByItself() {
        assertEquals(AddressScope.TAILNET, AddressScope.of(parse("::ffff:100.64.0.1")));
        assertEquals(AddressScope.PUBLIC, AddressScope.of(parse("::ffff:8.8.8.8")));
        assertEquals(AddressScope.PUBLIC, AddressScope.of(parse("::ffff:808:808")));
        assertEquals(AddressScope.RESERVED, AddressScope.of(parse("64:ff9b::8.8.8.8")), "a translation");
        assertEquals(AddressScope.RESERVED, AddressScope.of(parse("::8.8.8.8")), "a deprecated form");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1685674252",
                "100.113.22796",
                "0x64.1.1.1",
                "0144.1.1.1",
                "100.064.0.1",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "1.2.3.-4",
                "1.2.3.4 ",
                "",
                "::1%eth0",
                "1::2::3",
                ":::",
                "1:2:3:4:5:6:7",
                "12345::",
                "1:2:3:4:5:6:7:8:9",
                "::1.2.3",
                "1.2.3.4::",
                "g::",
                "１.2.3.4",
                ":1",
                "1:"
            })
    void shorthandAndOddFormsAreNoAddresses(String text) {
        assertEquals(Optional.empty(), IpAddress.parse(text));
    }

    @Test
    void everyFormOfAnAddressIsReadAsTheJavaLibraryReadsIt() throws UnknownHostException {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[i % 2 == 0 ? 4 : 16];
            random.nextBytes(bytes);
            for (int j = 0; j < bytes.length; j++) {
                bytes[j] = random.nextInt(3) == 0 ? 0 : bytes[j];
            }
            if (bytes.length == 16) {
                bytes[0] = 0x20;
            }
            String text = InetAddress.getByAddress(bytes).getHostAddress();
            assertEquals(IpAddress.of(bytes), parse(text), text);
            assertEquals(IpAddress.of(bytes), parse(parse(text).toString()), text);
        }
        assertEquals(parse("0:0:0:0:0:0:0:1"), parse("::1"));
        assertEquals(parse("2001:0DB8:0:0:0:0:0:1"), parse("2001:db8::1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://honey",
                "https://HONEY.example:6443/",
                "https://100.113.89.12:6443",
                "https://[fd7a:115c:a1e0::1]:6443"
            })
    void plainServersAreRead(String url) {
        assertTrue(ServerAddress.parse(url).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:word@host:6443",
                "https://host:6443/path",
                "https://host?x",
                "https://host#x",
                "ftp://host",
                "//host",
                "host:6443",
                "https://1685674252",
                "https://100.113.22796",
                "https://host_name",
                "https://-x",
                "https://host:0",
                "https://host:65536",
                "https://host:",
                "https://[::1",
                "https://[1.2.3.4]",
                "https://0x7f.1",
                "https://a..b",
                "https://host.",
                "https://host\nx",
                " https://host",
                "https://hóst"
            })
    void oddServersAreNot(String url) {
        assertEquals(Optional.empty(), ServerAddress.parse(url));
    }

    @Test
    void serversAreTheSameWhateverTheirSpelling() {
        ServerAddress one = ServerAddress.parse("https://Host").orElseThrow();
        assertTrue(one.sameAs(ServerAddress.parse("HTTPS://host:443/").orElseThrow()));
        assertFalse(one.sameAs(ServerAddress.parse("https://host:6443").orElseThrow()));
        assertFalse(one.sameAs(ServerAddress.parse("http://host:443").orElseThrow()));
    }

    @Test
    void namesThatSayWhereTheyLead() {
        assertEquals(Optional.of(AddressScope.CLUSTER_LOCAL), AddressScope.ofName("tofu-state-rustfs.nix-cache.svc"));
        assertEquals(Optional.of(AddressScope.CLUSTER_LOCAL), AddressScope.ofName("a.b.svc.cluster.local"));
        assertEquals(Optional.of(AddressScope.CLUSTER_LOCAL), AddressScope.ofName("kubernetes.default"));
        assertEquals(Optional.of(AddressScope.TAILNET), AddressScope.ofName("honey.tail1234.ts.net"));
        assertEquals(Optional.of(AddressScope.LOOPBACK), AddressScope.ofName("LOCALHOST"));
        assertEquals(Optional.empty(), AddressScope.ofName("svc.example.com"));
        assertEquals(Optional.empty(), AddressScope.ofName("xts.net"));
    }

    @Test
    void aNameIsInsideOnlyWhenEveryAddressIs() throws InterruptedException {
        Set<AddressScope> allowed = EnumSet.of(AddressScope.TAILNET, AddressScope.PRIVATE);
        ServerAddress server = ServerAddress.parse("https://api.example:6443").orElseThrow();
        assertInstanceOf(
                ScopeDecision.Inside.class, guard("100.64.0.1", "10.0.0.1").decide(server, allowed));
        assertEquals(
                new ScopeDecision.Mixed(List.of(AddressScope.TAILNET, AddressScope.PUBLIC)),
                guard("8.8.8.8", "100.64.0.1").decide(server, allowed));
        assertEquals(
                new ScopeDecision.Outside(AddressScope.PUBLIC), guard("8.8.8.8").decide(server, allowed));
        assertEquals(new ScopeDecision.Unresolvable(), guard().decide(server, allowed));
    }

    private static ScopeGuard guard(String... addresses) {
        return new ScopeGuard(
                _ -> List.of(addresses).stream().map(AddressTests::parse).toList());
    }

    private static IpAddress parse(String text) {
        return IpAddress.parse(text).orElseThrow(() -> new AssertionError(text));
    }

    private static Optional<AddressScope> scope(List<Row> table, BigInteger value) throws UnknownHostException {
        for (Row row : table) {
            if (number(row.first()).compareTo(value) <= 0 && value.compareTo(number(row.last())) <= 0) {
                return Optional.of(row.scope());
            }
        }
        return Optional.empty();
    }

    private static BigInteger number(String text) throws UnknownHostException {
        return new BigInteger(1, InetAddress.getByName(text).getAddress());
    }

    private static IpAddress address(BigInteger value, boolean six) {
        return six
                ? new IpAddress(true, value.shiftRight(64).longValue(), value.longValue())
                : new IpAddress(false, 0, value.longValue());
    }
}
