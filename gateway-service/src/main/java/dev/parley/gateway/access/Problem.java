package dev.parley.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.ErrorCode;
import tools.jackson.core.io.JsonStringEncoder;

/** An RFC 9457 problem, with the code that clients branch on. */
public record Problem(int status, String title, ErrorCode code, String detail) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ErrorCode code, String title, String detail) {
        return new Problem(code.httpStatus(), title, code, detail);
    }

    /** Of a request that never came near anything of ours. */
    public static Problem of(int status, String what) {
        return new Problem(
                status, what, status < 500 ? ErrorCode.CHAT_INVALID_REQUEST : ErrorCode.CHAT_INTERNAL, what);
    }

    public byte[] toJson() {
        return ("{\"type\":\"about:blank\",\"title\":\"" + escaped(title) + "\",\"status\":" + status + ",\"detail\":\""
                + escaped(detail) + "\",\"code\":\"" + code + "\",\"retryable\":" + code.isRetryable() + "}")
                .getBytes(UTF_8);
    }

    private static String escaped(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsCharArray(text));
    }
}
