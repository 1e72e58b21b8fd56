package dev.parley.engines.testing;

/** A numbered database of a Redis that test classes share. Channels (pub/sub) are not divided by number. */
public record Redis(String host, int port, int database) {

    /** As Spring and Lettuce take it. */
    public String url() {
        return "redis://" + host + ":" + port + "/" + database;
    }
}
