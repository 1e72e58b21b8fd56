package dev.parley.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An identity provider with a real JWK set, which can rotate its keys and go away. */
public final class Issuer implements AutoCloseable {

    private final HttpServer http;
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile List<JWK> published = List.of();
    private volatile int status = 200;

    public Issuer() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/jwks", exchange -> {
            fetches.incrementAndGet();
            answer(exchange, status, new JWKSet(published).toPublicJWKSet().toString());
        });
        http.createContext("/.well-known/openid-configuration", exchange -> answer(
                exchange, status, "{\"issuer\":\"" + uri() + "\",\"jwks_uri\":\"" + jwkSetUri() + "\"}"));
        http.start();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    public String uri() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    public String jwkSetUri() {
        return uri() + "/jwks";
    }

    public int fetches() {
        return fetches.get();
    }

    public void publish(JWK... keys) {
        published = List.of(keys);
    }

    public void goAway() {
        status = 503;
    }

    public void comeBack() {
        status = 200;
    }

    public static RSAKey rsa(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static ECKey elliptic(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String token(JWK key, String user) {
        return token(key, user, claims -> claims);
    }

    public static String token(JWK key, String user, UnaryOperator<JWTClaimsSet.Builder> more) {
        return token(key, JOSEObjectType.JWT, user, more);
    }

    public static String token(
            JWK key, JOSEObjectType type, String user, UnaryOperator<JWTClaimsSet.Builder> more) {
        var claims = more.apply(new JWTClaimsSet.Builder().subject(user)
                .expirationTime(Date.from(Instant.now().plusSeconds(3600))));
        var algorithm = key instanceof RSAKey ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256;
        var header = new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).type(type).build();
        var token = new SignedJWT(header, claims.build());
        try {
            token.sign(key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner(key.toECKey()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
