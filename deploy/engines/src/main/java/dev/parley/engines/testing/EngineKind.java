package dev.parley.engines.testing;

/** What a test may ask for. */
public enum EngineKind {
    KAFKA,
    POSTGRES,
    REDIS,
    OPENSEARCH
}
