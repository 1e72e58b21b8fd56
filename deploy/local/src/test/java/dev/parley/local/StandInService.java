package dev.parley.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;

/** Takes the settings that a service takes, and is ready at once. */
final class StandInService {

    private StandInService() {}

    public static void main(String[] arguments) throws IOException {
        var settings = new HashMap<String, String>();
        for (var each : arguments) {
            settings.put(each.substring(2, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        if (settings.containsKey("fail")) {
            throw new IllegalStateException("told to fail: " + settings.get("fail"));
        }
        serve(settings, "server.port", "/", environment());
        serve(settings, "management.server.port", "/actuator/health/readiness", "{}");
        System.out.println("settings " + settings);
    }

    /** What a real service would keep to itself. */
    private static String environment() {
        var secrets = Map.of("jwt", System.getenv().getOrDefault("PARLEY_JWT_SECRET", ""), "database",
                System.getenv().getOrDefault("SPRING_DATASOURCE_PASSWORD", ""));
        return secrets.toString();
    }

    private static void serve(Map<String, String> settings, String port, String path, String answer)
            throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(settings.get(port)));
        var server = HttpServer.create(address, 10);
        server.createContext(path, exchange -> {
            var bytes = answer.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }
}
