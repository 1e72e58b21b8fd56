package dev.parley.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenSearchNodeIT {

    @TempDir
    Path folder;

    @Test
    void keepsDocumentsThroughAKillAndAStop() throws Exception {
        try (var node = RunningEngine.start(OpenSearchNode.in(folder)); var client = HttpClient.newHttpClient()) {
            var url = node.engine().url();
            assertThat(send(client, "PUT", url + "/facts", "{}")).contains("\"acknowledged\":true");
            assertThat(send(client, "PUT", url + "/facts/_doc/1", "{\"seq\": 1}")).contains("\"created\"");

            node.kill();
            node.restart();
            assertThat(send(client, "PUT", url + "/facts/_doc/2", "{\"seq\": 2}")).contains("\"created\"");
            node.stop();
            node.restart();

            assertThat(send(client, "GET", url + "/facts/_doc/1", "")).contains("\"found\":true");
            assertThat(send(client, "GET", url + "/facts/_doc/2", "")).contains("\"found\":true");
        }
    }

    @Test
    void createsNoIndexByAccidentAndRunsScripts() throws Exception {
        try (var node = RunningEngine.start(OpenSearchNode.in(folder)); var client = HttpClient.newHttpClient()) {
            var url = node.engine().url();

            assertThat(send(client, "PUT", url + "/stray/_doc/1", "{}")).contains("index_not_found");
            assertThat(send(client, "POST", url + "/_scripts/painless/_execute",
                    "{\"script\": {\"source\": \"6 * 7\"}}")).contains("\"42\"");
        }
    }

    @Test
    void listensOnLoopbackOnlyAndLeavesNothingBehind() throws Exception {
        var node = RunningEngine.start(OpenSearchNode.in(folder));
        var engine = node.engine();
        for (var address : NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress()).toList()) {
            assertThat(answers(new InetSocketAddress(address, engine.port()))).as("%s", address).isFalse();
            assertThat(answers(new InetSocketAddress(address, engine.transportPort()))).as("%s", address).isFalse();
        }

        node.close();

        assertThat(node.process().isAlive()).isFalse();
        assertThat(FreePort.isFree(engine.port())).isTrue();
    }

    private static boolean answers(InetSocketAddress address) {
        try (var socket = new Socket()) {
            socket.connect(address, 500);
            return true;
        } catch (java.io.IOException refused) {
            return false;
        }
    }

    private static String send(HttpClient client, String method, String url, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build();
        return client.send(request, BodyHandlers.ofString()).body();
    }
}
