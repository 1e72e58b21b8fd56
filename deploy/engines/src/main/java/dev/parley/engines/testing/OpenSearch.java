package dev.parley.engines.testing;

/** An OpenSearch node that test classes share: each uses indexes under a prefix of its own. */
@FunctionalInterface
public interface OpenSearch {

    String url();
}
