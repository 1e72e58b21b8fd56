package dev.parley.images.inside;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ends when something listens at the addresses that settings name, so that what stands behind it in a pod need not start,
 * fail and be held back before it may try again.
 */
public final class Reachable {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Pattern ADDRESS = Pattern.compile("(?<host>[A-Za-z0-9.-]+):(?<port>\\d{1,5})\\b");

    private Reachable() {}

    /** @param arguments settings with addresses: {@code kafka-1:9092,kafka-2:9092}, URLs. Of each, one has to answer */
    public static void main(String[] arguments) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        for (var setting : arguments) {
            var addresses = addresses(setting);
            System.out.println("waiting for " + addresses);
            if (!await(addresses, deadline)) {
                System.out.println(addresses + ": none answers (expected: one within " + PATIENCE + ")");
                System.exit(1);
            }
        }
    }

    /** Host and port of each, unresolved: names may come to be while they are waited for. */
    static List<InetSocketAddress> addresses(String setting) {
        var found = ADDRESS.matcher(setting).results()
                .map(each -> InetSocketAddress.createUnresolved(each.group("host"),
                        Integer.parseInt(each.group("port"))))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException(setting + " (expected: a text with HOST:PORT)");
        }
        return found;
    }

    private static boolean await(List<InetSocketAddress> addresses, long deadline) throws InterruptedException {
        while (whyNot(addresses).isPresent()) {
            if (System.nanoTime() + PAUSE.toNanos() > deadline) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
        return true;
    }

    /** Empty if one answers. */
    static Optional<IOException> whyNot(List<InetSocketAddress> addresses) {
        Optional<IOException> last = Optional.empty();
        for (var address : addresses) {
            last = whyNot(address);
            if (last.isEmpty()) {
                break;
            }
        }
        return last;
    }

    private static Optional<IOException> whyNot(InetSocketAddress address) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()),
                    Math.toIntExact(CONNECT.toMillis()));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }
}
