package dev.parley.engines;

import java.io.IOException;

import dev.parley.engines.process.Launch;
import dev.parley.engines.process.ReadyCheck;

/** A server in a folder of its own. The same folder started again has the same data. */
public sealed interface Engine extends ReadyCheck permits KafkaNode, OpenSearchNode, PostgresServer, RedisServer {

    /** Makes all that the start needs (binaries, an empty database). Costs next to nothing when it is there. */
    void prepare() throws IOException, InterruptedException;

    /** How the server is started; valid after {@link #prepare()}. */
    Launch launch();
}
