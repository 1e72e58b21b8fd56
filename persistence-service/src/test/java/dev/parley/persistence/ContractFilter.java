package dev.parley.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contractcheck.ContractViolation;
import dev.parley.contractcheck.Exchange;
import dev.parley.contractcheck.RestContract;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Holds every exchange with the service under test to the documented one, whichever client a test uses. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ContractFilter extends OncePerRequestFilter {

    private static final int MOST_BODY_BYTES = 1 << 20;

    private final Queue<ContractViolation> violations = new ConcurrentLinkedQueue<>();

    /** @throws ContractViolation the first since the last call */
    void verify() {
        var first = violations.poll();
        violations.clear();
        if (first != null) {
            throw first;
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var call = new ContentCachingRequestWrapper(request, MOST_BODY_BYTES);
        var answer = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(call, answer);
            check(call, answer);
        } finally {
            answer.copyBodyToResponse();
        }
    }

    private void check(ContentCachingRequestWrapper call, ContentCachingResponseWrapper answer) {
        try {
            RestContract.ofRepository().check(new Exchange(
                    new Exchange.Call(call.getMethod(), uri(call), headers(List.of("Idempotency-Key"), call)),
                    sent(call),
                    new Exchange.Answer(answer.getStatus(), headers(answer),
                            new String(answer.getContentAsByteArray(), UTF_8))));
        } catch (ContractViolation e) {
            violations.add(e);
        }
    }

    private static @Nullable String sent(ContentCachingRequestWrapper call) {
        var body = call.getContentAsByteArray();
        return body.length == 0 ? null : new String(body, UTF_8);
    }

    private static URI uri(HttpServletRequest call) {
        var query = call.getQueryString();
        return URI.create(call.getRequestURI() + (query == null ? "" : "?" + query));
    }

    private static HttpHeaders headers(Collection<String> names, HttpServletRequest call) {
        var headers = new HashMap<String, List<String>>();
        for (var name : names) {
            var value = call.getHeader(name);
            if (value != null) {
                headers.put(name, List.of(value));
            }
        }
        return HttpHeaders.of(headers, (_, _) -> true);
    }

    private static HttpHeaders headers(ContentCachingResponseWrapper answer) {
        Map<String, List<String>> headers = new HashMap<>();
        answer.getHeaderNames().forEach(name -> headers.put(name, List.copyOf(answer.getHeaders(name))));
        var type = answer.getContentType();
        if (type != null) {
            headers.put("Content-Type", List.of(type));
        }
        return HttpHeaders.of(headers, (_, _) -> true);
    }
}
