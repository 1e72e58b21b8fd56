package dev.parley.access;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what is not even a request for Spring: too long a header, a bad host, no HTTP at all. */
public final class JettyErrors extends ErrorHandler {

    private final Problem problem;

    /** What is said of such a request, as {@code application/problem+json}. */
    @FunctionalInterface
    public interface Problem {

        byte[] of(int status, String reason);
    }

    public JettyErrors(Problem problem) {
        this.problem = problem;
    }

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
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.write(true, ByteBuffer.wrap(problem.of(status, HttpStatus.getMessage(status))), callback);
    }
}
