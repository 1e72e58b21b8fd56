package dev.parley.access.rest;

import dev.parley.contracts.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Every failure of a token ends the same way: 401, with a reason that repeats nothing of the token. But where its key
 * could not be looked up nobody knows whether it is good: that is 503, so that its client keeps it.
 */
record Unauthenticated(ProblemWriter problems) implements AuthenticationEntryPoint {

    private static final String RETRY_SECONDS = "2";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            problems.write(response, Problems.of(
                    ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE,
                    "token: its key can't be looked up now (expected: the same, later)"));
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.write(response, Problems.of(
                    ErrorCode.CHAT_UNAUTHENTICATED,
                    "token: missing, bad or expired (expected: a valid bearer token)"));
        }
    }
}
