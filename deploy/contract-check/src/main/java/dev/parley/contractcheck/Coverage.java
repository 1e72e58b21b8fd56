package dev.parley.contractcheck;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Which promises of a document were exercised, and how often. */
public final class Coverage {

    /** What a document promises. */
    public enum Kind {
        /** An event of a client that was taken. */
        CLIENT_EVENT,
        /** The ack of a client's event. */
        ACK,
        SERVER_EVENT,
        /** A code in an error frame. */
        ERROR,
        /** A code in {@code command:rejected}. */
        REJECTION,
        /** Method, path template and status of a REST call. */
        OPERATION,
        /** A code in a problem. */
        PROBLEM
    }

    /** @param name as the document has it */
    public record Item(Kind kind, String name) implements Comparable<Item> {

        private static final Comparator<Item> ORDER = Comparator.comparing(Item::kind).thenComparing(Item::name);

        @Override
        public int compareTo(Item other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return kind + " " + name;
        }
    }

    private final Map<Item, LongAdder> seen = new ConcurrentHashMap<>();

    Coverage(Set<Item> documented) {
        documented.forEach(item -> seen.put(item, new LongAdder()));
    }

    void saw(Kind kind, String name) {
        seen.computeIfAbsent(new Item(kind, name), _ -> new LongAdder()).increment();
    }

    public SortedSet<Item> documented() {
        return new TreeSet<>(seen.keySet());
    }

    /** What is documented and has not been seen yet. */
    public SortedSet<Item> missing() {
        return seen.entrySet().stream()
                .filter(entry -> entry.getValue().sum() == 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A line for each promise, with how often it was seen. */
    public String report() {
        return new TreeMap<>(seen).entrySet().stream()
                .map(entry -> String.format("%8d  %s", entry.getValue().sum(), entry.getKey()))
                .collect(Collectors.joining("\n"));
    }
}
