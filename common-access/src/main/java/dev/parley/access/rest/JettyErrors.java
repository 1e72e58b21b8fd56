package dev.parley.access.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.ErrorCode;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what is not even a request for Spring: too long a header, a bad host, no HTTP at all. */
final class JettyErrors extends ErrorHandler {

    /** Whatever was asked: Jetty itself would leave all but GET, HEAD and POST without a word. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        var code = HttpStatus.isServerError(status) ? ErrorCode.CHAT_INTERNAL : ErrorCode.CHAT_INVALID_REQUEST;
        var problem = "{\"type\":\"about:blank\",\"title\":\"" + HttpStatus.getMessage(status) + "\",\"status\":"
                + status + ",\"code\":\"" + code + "\",\"retryable\":false}";
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.write(true, ByteBuffer.wrap(problem.getBytes(UTF_8)), callback);
    }
}
