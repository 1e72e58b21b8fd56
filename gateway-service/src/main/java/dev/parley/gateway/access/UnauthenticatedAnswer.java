package dev.parley.gateway.access;

import dev.parley.contracts.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Every failure of a token ends the same way: 401, with a reason that repeats nothing of the token. */
final class UnauthenticatedAnswer implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var problem = Problem.of(ErrorCode.CHAT_UNAUTHENTICATED, "Not authenticated", detail(failure));
        response.setStatus(problem.status());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(problem.toJson());
    }

    private static String detail(AuthenticationException failure) {
        return failure instanceof InsufficientAuthenticationException
                ? "token: missing (expected: Authorization: Bearer …, or the subprotocol bearer.…)"
                : "token: not valid (expected: one that is signed, in its time, and names a user)";
    }
}
