package dev.parley.contracts;

/** Bounds that no setting lifts, since they protect the log and its readers. */
public final class Limits {

    /** Default of the longest message, in code points. */
    public static final int CONTENT_CODE_POINTS = 5_000;

    /** Longest title of a group, in code points. */
    public static final int TITLE_CODE_POINTS = 100;

    /** Most members of a group, by default. */
    public static final int GROUP_MEMBERS = 500;

    /** One append to a mailbox, in bytes; more is split. */
    public static final int MAILBOX_ENTRY_BYTES = 256 * 1024;

    private Limits() {}
}
