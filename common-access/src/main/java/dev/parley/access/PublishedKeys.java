package dev.parley.access;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JWK set of an issuer, fetched when it is first needed, so that a service starts while its issuer is away. Keys
 * that are known keep working through an outage; for an unknown one the set is fetched anew, within a bound on how
 * often: whoever sends tokens with made-up keys can't make it a storm of fetches.
 */
final class PublishedKeys implements JWKSetSource<SecurityContext> {

    private static final Logger log = LoggerFactory.getLogger(PublishedKeys.class);
    private static final int LARGEST = 256 * 1024;

    private final ResourceRetriever web;
    private final String issuer;
    private volatile @Nullable String jwkSetUri;

    private PublishedKeys(ResourceRetriever web, String issuer, @Nullable String jwkSetUri) {
        this.web = web;
        this.issuer = issuer;
        this.jwkSetUri = jwkSetUri;
    }

    static JWKSource<SecurityContext> at(String jwkSetUri, JwtSettings.JwkSet settings) {
        return cached(new PublishedKeys(web(settings), "", jwkSetUri), settings);
    }

    /** Where the set is, the issuer's OpenID configuration says. */
    static JWKSource<SecurityContext> of(String issuer, JwtSettings.JwkSet settings) {
        return cached(new PublishedKeys(web(settings), issuer, null), settings);
    }

    private static ResourceRetriever web(JwtSettings.JwkSet settings) {
        var timeout = Math.toIntExact(settings.timeout().toMillis());
        return new DefaultResourceRetriever(timeout, timeout, LARGEST);
    }

    private static JWKSource<SecurityContext> cached(PublishedKeys keys, JwtSettings.JwkSet settings) {
        var outage = settings.outage().toMillis();
        return JWKSourceBuilder.create(keys)
                .cache(outage, settings.timeout().toMillis() * 2)
                // Kept for as long as an outage may last, but fetched anew behind the requests long before that.
                .refreshAheadCache(outage - settings.refresh().toMillis(), null, background(), false, null, false)
                .rateLimited(settings.interval().toMillis())
                .build();
    }

    private static ExecutorService background() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("jwk-set").daemon().factory());
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long now, @Nullable SecurityContext context)
            throws JWKSetUnavailableException {
        try {
            return JWKSet.parse(get(jwkSetUri()));
        } catch (IOException | ParseException | IllegalArgumentException e) {
            log.warn("the JWK set was not fetched: {}", e.toString());
            throw new JWKSetUnavailableException("the JWK set was not fetched", e);
        }
    }

    private String jwkSetUri() throws IOException, ParseException {
        var known = jwkSetUri;
        if (known == null) {
            var metadata = JSONObjectUtils
                    .parse(get(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration"));
            var named = JSONObjectUtils.getString(metadata, "issuer");
            if (!issuer.equals(named)) {
                throw new ParseException("issuer: " + named + " (expected: " + issuer + ")", 0);
            }
            known = JSONObjectUtils.getString(metadata, "jwks_uri");
            if (known == null) {
                throw new ParseException("jwks_uri: missing (expected: where the keys are)", 0);
            }
            jwkSetUri = known;
        }
        return known;
    }

    private String get(String uri) throws IOException {
        URL url = URI.create(uri).toURL();
        return web.retrieveResource(url).getContent();
    }

    @Override
    public void close() {
        // Nothing is kept open between fetches.
    }
}
