package dev.parley.search.index.opensearch;

/**
 * The indexes of a generation. They are written and read by their aliases only: OpenSearch makes an index for whoever
 * writes to one that is gone, but never an alias.
 *
 * @param messages every message's newest state, or a marker where it is deleted
 * @param state memberships, and how far the log has been read
 */
record IndexNames(String messages, String state) {

    private static final String INDEX = "-index";

    static IndexNames of(String prefix, int generation) {
        var both = prefix + "-" + generation;
        return new IndexNames(both + "-messages", both + "-state");
    }

    static String catalog(String prefix) {
        return prefix + "-catalog";
    }

    static String indexOf(String alias) {
        return alias + INDEX;
    }
}
