package dev.parley.access.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.ErrorCode;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every failed call as RFC 9457 problem details with the member {@code code}. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    static ProblemDetail of(ErrorCode code, @Nullable String detail) {
        var problem = ProblemDetail.forStatus(code.httpStatus());
        problem.setDetail(detail);
        problem.setProperty("code", code.name());
        problem.setProperty("retryable", code.isRetryable());
        return problem;
    }

    /** Of a request that Spring never saw, and so without its means. */
    static byte[] unread(int status, String reason) {
        var code = HttpStatus.isServerError(status) ? ErrorCode.CHAT_INTERNAL : ErrorCode.CHAT_INVALID_REQUEST;
        return ("{\"type\":\"about:blank\",\"title\":\"" + reason + "\",\"status\":" + status + ",\"code\":\"" + code
                + "\",\"retryable\":false}").getBytes(UTF_8);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(ChatException e) {
        var problem = of(e.code(), e.getMessage());
        if (e.field() != null) {
            problem.setProperty(
                    "errors", List.of(Map.of("field", e.field(), "message", String.valueOf(e.getMessage()))));
        }
        return answer(problem);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> handleUnavailable(RuntimeException e) {
        log.warn("A call was not answered by the database: {}", e.toString());
        return answer(of(ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE, "the database did not answer in time; try again"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handleBug(RuntimeException e) {
        if (e instanceof HttpException malformed && !HttpStatus.isServerError(malformed.getCode())) {
            return answer(of(ErrorCode.CHAT_INVALID_REQUEST, "query: malformed"));
        }
        log.error("A call failed", e);
        return answer(of(ErrorCode.CHAT_INTERNAL, "the call could not be handled"));
    }

    /** What Spring itself refuses: an unknown path, a bad method, an ill-typed parameter, a body that is no JSON. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var answer = body == null && e instanceof ErrorResponse response ? response.getBody() : body;
        if (answer instanceof ProblemDetail problem) {
            var code = status.is5xxServerError() ? ErrorCode.CHAT_INTERNAL : ErrorCode.CHAT_INVALID_REQUEST;
            problem.setProperty("code", code.name());
            problem.setProperty("retryable", false);
        }
        return super.handleExceptionInternal(e, answer, headers, status, request);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.of(problem).build();
    }
}
