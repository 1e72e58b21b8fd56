package dev.parley.local;

import java.io.PrintStream;

/** Where everything is, for the person who has just started it. */
final class AddressTable {

    private AddressTable() {}

    static void print(Blueprint blueprint, PrintStream out) {
        var at = blueprint.settings().addresses();
        var health = "health and metrics at http://localhost:";
        out.println();
        row(out, "gateway-1", "ws://localhost:" + at.gateway(1) + "/ws", health + Addresses.management(at.gateway(1)));
        row(out, "gateway-2", "ws://localhost:" + at.gateway(2) + "/ws", health + Addresses.management(at.gateway(2)));
        row(out, "persistence", "http://localhost:" + at.persistence() + "/api/v1",
                health + Addresses.management(at.persistence()));
        row(out, "search", "http://localhost:" + at.search() + "/api/v1", health + Addresses.management(at.search()));
        row(out, "kafka", "localhost:" + at.kafka(), "");
        row(out, "postgres", "localhost:" + at.postgres(),
                "database and user " + Blueprint.DATABASE + ", password in " + blueprint.home().databasePassword());
        row(out, "", "", "database and user " + Blueprint.SEARCH_DATABASE + ", password in "
                + blueprint.home().searchPassword());
        row(out, "redis", "localhost:" + at.redis(), "");
        if (blueprint.settings().searchesOpenSearch()) {
            row(out, "opensearch", "http://localhost:" + at.openSearch(), "");
        }
        row(out, "logs", blueprint.home().logs().toString(), "");
        out.println();
    }

    private static void row(PrintStream out, String what, String address, String more) {
        out.println("  %-12s %-30s %s".formatted(what, address, more).stripTrailing());
    }
}
