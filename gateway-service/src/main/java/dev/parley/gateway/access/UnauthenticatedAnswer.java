package dev.parley.gateway.access;

import dev.parley.contracts.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Every failure of a token ends the same way: 401, with a reason that repeats nothing of the token. But where its key
 * could not be looked up nobody knows whether it is good: that is 503, so that its client keeps it.
 */
final class UnauthenticatedAnswer implements AuthenticationEntryPoint {

    private static final String RETRY_SECONDS = "2";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var problem = problem(failure);
        response.setStatus(problem.status());
        if (failure instanceof AuthenticationServiceException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(problem.toJson());
    }

    private static Problem problem(AuthenticationException failure) {
        return switch (failure) {
            case AuthenticationServiceException _ ->
                Problem.of(TokenCheck.NO_KEYS.code(), "Not checked", TokenCheck.NO_KEYS.message());
            case InsufficientAuthenticationException _ -> Problem.of(
                    ErrorCode.CHAT_UNAUTHENTICATED,
                    "Not authenticated",
                    "token: missing (expected: Authorization: Bearer …, or the subprotocol bearer.…)");
            default ->
                Problem.of(ErrorCode.CHAT_UNAUTHENTICATED, "Not authenticated", TokenCheck.NOT_VALID.message());
        };
    }
}
