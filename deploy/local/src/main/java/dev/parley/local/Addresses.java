package dev.parley.local;

import java.net.URI;

/**
 * The ports of a stack, all moved by the same number.
 *
 * @param base is added to every port; 0 for the documented ones
 */
record Addresses(int base) {

    static final int HIGHEST_BASE = 65_535 - 18_099;

    private static final int MANAGEMENT = 10_000;

    Addresses {
        if (base < 0 || base > HIGHEST_BASE) {
            throw new IllegalArgumentException("port base: " + base + " (expected: 0 to " + HIGHEST_BASE + ")");
        }
    }

    int kafka() {
        return base + 9092;
    }

    int kafkaController() {
        return base + 9093;
    }

    int postgres() {
        return base + 5433;
    }

    int redis() {
        return base + 6380;
    }

    /** Gateways are counted from 1. */
    int gateway(int number) {
        return base + 8080 + number;
    }

    int persistence() {
        return base + 8091;
    }

    int search() {
        return base + 8092;
    }

    int openSearch() {
        return base + 9200;
    }

    int openSearchTransport() {
        return base + 9300;
    }

    /** Where the service on this port tells its health. */
    static int management(int port) {
        return port + MANAGEMENT;
    }

    String kafkaServers() {
        return "127.0.0.1:" + kafka();
    }

    URI socket(int number) {
        return URI.create("ws://127.0.0.1:" + gateway(number) + "/ws");
    }

    URI rest() {
        return URI.create("http://127.0.0.1:" + persistence());
    }

    URI searchRest() {
        return URI.create("http://127.0.0.1:" + search());
    }
}
