package dev.parley.gateway.ratelimit;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.access.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns handshakes away before anything is spent on them, the look at their token included. */
final class HandshakeFilter extends OncePerRequestFilter {

    private final LocalBuckets<Address> addresses;
    private final LimitMetrics metrics;
    private final String expectation;

    HandshakeFilter(LocalBuckets<Address> addresses, int perMinute, LimitMetrics metrics) {
        this.addresses = addresses;
        this.metrics = metrics;
        expectation = "handshakes of this address: too many (expected: at most " + perMinute + " a minute)";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (addresses.take(Address.of(request.getRemoteAddr()))) {
            case Verdict.Within _ -> chain.doFilter(request, response);
            case Verdict.Over over -> refuse(response, over.retryAfter());
        }
    }

    private void refuse(HttpServletResponse response, Duration retryAfter) throws IOException {
        metrics.handshakeRefused();
        var problem = Problem.of(ErrorCode.CHAT_RATE_LIMIT_EXCEEDED, "Too many handshakes", expectation);
        response.setStatus(problem.status());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.ceilDiv(retryAfter.toMillis(), 1_000L)));
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(problem.toJson());
    }
}
