package dev.parley.images.inside;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Makes those Secrets of a Kubernetes namespace that are not there yet; one that is there is never read or changed. Asks
 * for no more than the right to create.
 */
public final class ClusterSecrets {

    private static final Path ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");
    private static final String SERVER = "https://kubernetes.default.svc";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int RANDOM_BYTES = 32;
    private static final String PLACE_OF_SECRET = "{}";
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;

    private final HttpClient client;
    private final URI secrets;
    private final String token;

    /** @param secrets where the API server keeps those of the namespace */
    ClusterSecrets(HttpClient client, URI secrets, String token) {
        this.client = client;
        this.secrets = secrets;
        this.token = token;
    }

    /** @param arguments {@code SECRET KEY [TEMPLATE]} each; all keys of a Secret have the same random value in them */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException, InterruptedException {
        var namespace = Files.readString(ACCOUNT.resolve("namespace")).strip();
        var client = HttpClient.newBuilder().connectTimeout(TIMEOUT).sslContext(trusting(ACCOUNT.resolve("ca.crt")))
                .build();
        new ClusterSecrets(client, URI.create(SERVER + "/api/v1/namespaces/" + namespace + "/secrets"),
                Files.readString(ACCOUNT.resolve("token")).strip()).make(arguments);
    }

    static SSLContext trusting(Path authorities) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var in = Files.newInputStream(authorities)) {
            for (var each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + store.size(), each);
            }
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    void make(String... lines) throws IOException, InterruptedException {
        var templates = new LinkedHashMap<String, Map<String, String>>();
        for (var line : lines) {
            var words = line.strip().split(" ", 3);
            // What stands in these lines goes into JSON as it is.
            if (words.length < 2 || !line.matches("[ -~&&[^\"\\\\]]+")) {
                throw new IllegalArgumentException(line + " (expected: SECRET KEY [TEMPLATE], without quotes)");
            }
            templates.computeIfAbsent(words[0], _ -> new TreeMap<>())
                    .put(words[1], words.length == 3 ? words[2] : PLACE_OF_SECRET);
        }
        for (var each : templates.entrySet()) {
            make(each.getKey(), each.getValue());
        }
    }

    private void make(String name, Map<String, String> templates) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(secrets).timeout(TIMEOUT).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(name, templates)))
                .build();
        // Its answer holds the secret, so nothing of it is said.
        var status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status != CREATED && status != CONFLICT) {
            throw new IOException("secret " + name + ": status " + status + " (expected: 201, or 409 if it is there)");
        }
        System.out.println("secret " + name + ": " + (status == CREATED ? "made" : "was there"));
    }

    private static String json(String name, Map<String, String> templates) {
        var random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        var data = templates.entrySet().stream()
                .map(each -> "\"" + each.getKey() + "\":\"" + each.getValue().replace(PLACE_OF_SECRET, secret) + "\"")
                .collect(Collectors.joining(","));
        return """
            {"apiVersion":"v1","kind":"Secret","type":"Opaque",\
            "metadata":{"name":"%s","labels":{"app.kubernetes.io/part-of":"parley"}},\
            "stringData":{%s}}""".formatted(name, data);
    }
}
