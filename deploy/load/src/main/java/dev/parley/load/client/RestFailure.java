package dev.parley.load.client;

/** REST answered that it would not, or did not answer at all (status 0). */
public final class RestFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    RestFailure(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** Overload and absence pass; what the server refused once it will refuse again. */
    boolean passes() {
        return status == 0 || status == 429 || status >= 500;
    }
}
