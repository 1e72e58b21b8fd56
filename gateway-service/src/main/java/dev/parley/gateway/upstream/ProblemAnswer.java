package dev.parley.gateway.upstream;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.protocol.Refusal;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An RFC 9457 problem, as far as clients are told of it. */
record ProblemAnswer(@Nullable String code, @Nullable String detail) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int UNAUTHENTICATED = 401;

    /** The same code as upstream's; without a known one, its status has to tell. */
    static Refusal refusal(HttpResponse<byte[]> response) {
        var problem = read(response.body());
        var code = problem.knownCode();
        if (code == null) {
            code = response.statusCode() == UNAUTHENTICATED
                    ? ErrorCode.CHAT_UNAUTHENTICATED
                    : ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE;
        }
        var detail = problem.detail();
        return Refusal.of(
                code, detail == null ? "the persistence service answered " + response.statusCode() : detail);
    }

    private static ProblemAnswer read(byte[] body) {
        try {
            var problem = JSON.readValue(body, ProblemAnswer.class);
            return problem == null ? new ProblemAnswer(null, null) : problem;
        } catch (JacksonException e) {
            // A proxy on the way may answer in HTML; the status is all there is then.
            return new ProblemAnswer(null, null);
        }
    }

    private @Nullable ErrorCode knownCode() {
        for (var each : ErrorCode.values()) {
            if (each.name().equals(code)) {
                return each;
            }
        }
        return null;
    }
}
