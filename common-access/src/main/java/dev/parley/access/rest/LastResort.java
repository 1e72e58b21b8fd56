package dev.parley.access.rest;

import dev.parley.contracts.ErrorCode;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what failed outside of Spring MVC's sight with a code, too, and with nothing about how. */
@RestController
class LastResort implements ErrorController {

    @RequestMapping("${server.error.path:${error.path:/error}}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        var status = HttpStatus.resolve((Integer) Objects.requireNonNullElse(
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), HttpStatus.NOT_FOUND.value()));
        var known = Objects.requireNonNullElse(status, HttpStatus.INTERNAL_SERVER_ERROR);
        var code = known.is5xxServerError() ? ErrorCode.CHAT_INTERNAL : ErrorCode.CHAT_INVALID_REQUEST;
        var problem = Problems.of(code, known.getReasonPhrase());
        problem.setStatus(known);
        return ResponseEntity.status(known).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
}
