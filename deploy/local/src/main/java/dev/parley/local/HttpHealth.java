package dev.parley.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

import dev.parley.engines.process.ReadyCheck;

/** Asks a service's own readiness. */
record HttpHealth(int managementPort) implements ReadyCheck {

    private static final int PATIENCE_MILLIS = 3_000;

    @Override
    public void verify() throws IOException {
        var address = URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness");
        var connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        try {
            var status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw new IOException("readiness: HTTP " + status + " (expected: 200)");
            }
        } finally {
            connection.disconnect();
        }
    }
}
