package dev.parley.search.indexing;

import dev.parley.engines.PostgresServer;
import dev.parley.engines.RunningEngine;
import java.nio.file.Path;
import java.util.UUID;

class PostgresOutageIT extends OutageContract {

    @Override
    Outage startEngine(Path empty) throws Exception {
        var postgres = RunningEngine.start(PostgresServer.in(empty, "parley", UUID.randomUUID().toString()));
        var database = postgres.engine().database("postgres").create("search");
        return new Outage(postgres, EngineSettings.postgres(database));
    }
}
