package dev.parley.access.rest;

import dev.parley.contracts.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service there is behind the door. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({RestAccess.class, Greetings.Controller.class})
class Greetings {

    @RestController
    @RequestMapping("/api/v1/greetings")
    static class Controller {

        record Wanted(String greeting) {}

        @GetMapping
        Answer<String> greet(
                UserId caller,
                @RequestParam(required = false) @Nullable Integer limit,
                @RequestParam(required = false) @Nullable String conversationId) {
            Fields.limit(limit, 5, 10);
            if (conversationId != null) {
                Fields.conversationId(conversationId);
            }
            return Answer.of("hello, " + caller);
        }

        @PostMapping
        Answer<String> change(@RequestBody Wanted wanted) {
            return Answer.of(wanted.greeting());
        }

        @GetMapping("/database")
        Answer<String> fail() {
            throw new QueryTimeoutException("secret");
        }

        @GetMapping("/bug")
        Answer<String> stumble() {
            throw new IllegalStateException("secret");
        }
    }
}
