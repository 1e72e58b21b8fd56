package dev.parley.search.index.opensearch;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonInclude.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.json.JsonpMapper;
import org.opensearch.client.json.jackson3.JacksonJsonpMapper;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Connections to OpenSearch's nodes. */
final class Client {

    private Client() {}

    static OpenSearchTransport connect(OpenSearchSettings settings) {
        var hosts = settings.urls().stream().map(HttpHost::create).toArray(HttpHost[]::new);
        return ApacheHttpClient5TransportBuilder.builder(hosts)
                .setMapper(mapper())
                .setDefaultHeaders(headers(settings))
                .setHttpClientConfigCallback(client -> client.setConnectionManager(connections(settings)))
                .setRequestConfigCallback(request -> request
                        .setConnectionRequestTimeout(Timeout.of(settings.timeout()))
                        .setResponseTimeout(Timeout.of(settings.timeout())))
                .build();
    }

    /** What is null is not written: a document has only the fields that mean something. */
    private static JsonpMapper mapper() {
        var omitted = Value.construct(Include.NON_NULL, Include.NON_NULL);
        return new JacksonJsonpMapper(JsonMapper.builder()
                .changeDefaultPropertyInclusion(_ -> omitted)
                // Behind a document comes the rest of the answer that it is a part of.
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build());
    }

    private static PoolingAsyncClientConnectionManager connections(OpenSearchSettings settings) {
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(settings.connections())
                .setMaxConnTotal(settings.connections() * settings.urls().size())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(Timeout.of(settings.timeout()))
                        .build())
                .build();
    }

    private static Header[] headers(OpenSearchSettings settings) {
        if (settings.username() == null || settings.password() == null) {
            return new Header[0];
        }
        var credentials = (settings.username() + ":" + settings.password()).getBytes(StandardCharsets.UTF_8);
        return new Header[]{new BasicHeader(
                HttpHeaders.AUTHORIZATION, "Basic " + Base64.getEncoder().encodeToString(credentials), true)};
    }
}
