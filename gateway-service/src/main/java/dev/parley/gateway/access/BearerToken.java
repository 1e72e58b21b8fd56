package dev.parley.gateway.access;

/** A token as its user gave it, which prints nothing. */
public record BearerToken(String value) {

    @Override
    public String toString() {
        return "BearerToken[…]";
    }
}
