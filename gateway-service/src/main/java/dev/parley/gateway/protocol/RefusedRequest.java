package dev.parley.gateway.protocol;

/** Ends the reading of a request. It has no stack trace: clients cause it as often as they like. */
public final class RefusedRequest extends Exception {

    private final transient Refusal refusal;

    RefusedRequest(Refusal refusal) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
