package dev.parley.local;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All services' numbers at about one moment. */
record Numbers(List<Scrape> gateways, Scrape persistence, Scrape search) {

    static final String ACCEPTED = "parley_commands_accepted_total";
    static final String DECIDED = "parley_commands_decided_total";
    private static final String TAKEN = "parley_commands_taken_total";
    private static final String FAILED = "parley_commands_failed_total";

    static Numbers of(LocalStack stack) throws Exception {
        var gateways = new ArrayList<Scrape>();
        for (var number = 1; number <= 2; number++) {
            gateways.add(scrape(stack.gateway(number)));
        }
        return new Numbers(List.copyOf(gateways), scrape(stack.rest()), scrape(stack.search()));
    }

    private static Scrape scrape(URI service) throws Exception {
        return Scrape.of(Addresses.management(service.getPort()));
    }

    /** Nothing is under way anywhere. */
    boolean areAtRest() {
        return sum(TAKEN, Map.of()) == sum(ACCEPTED, Map.of()) + sum(FAILED, Map.of())
                && persistence.sum("parley_writer_lag_records", Map.of()) == 0
                && persistence.sum("parley_writer_lag_seconds", Map.of()) == 0
                && search.sum("parley_search_lag_records", Map.of()) == 0
                && search.sum("parley_search_lag_seconds", Map.of()) == 0;
    }

    double sum(String meter, Map<String, String> labels) {
        return gateways.stream().mapToDouble(gateway -> gateway.sum(meter, labels)).sum()
                + persistence.sum(meter, labels)
                + search.sum(meter, labels);
    }
}
