package dev.parley.access.rest;

import dev.parley.access.JettyErrors;
import dev.parley.access.TokenAccess;
import dev.parley.access.TokenChain;
import dev.parley.contracts.ErrorCode;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door of a service that answers REST calls. It imports this, and then: every call carries the token of the user it
 * is for, a handler's parameter of type {@link dev.parley.contracts.UserId} is that user, and every failure is a problem
 * with a code, whether a handler throws a {@link ChatException} or the request never came as far.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CorsSettings.class)
@Import({TokenAccess.class, CallerResolver.class, Problems.class, LastResort.class})
public class RestAccess {

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, JsonMapper json, CorsSettings cors) throws Exception {
        if (!cors.allowedOrigins().isEmpty()) {
            http.addFilter(Pages.filter(cors, json));
        }
        return TokenChain.begin(http, new Unauthenticated(new ProblemWriter(json)))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                        .anyRequest().authenticated())
                .build();
    }

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> errorsOfTheServer() {
        return factory -> factory
                .addServerCustomizers(server -> server.setErrorHandler(new JettyErrors(Problems::unread)));
    }

    /** Of paths that are written so that a filter could be fooled by them. */
    @Bean
    RequestRejectedHandler oddPaths(JsonMapper json) {
        return (_, response, _) -> new ProblemWriter(json).write(
                response, Problems.of(ErrorCode.CHAT_INVALID_REQUEST, "path or header: malformed"));
    }
}
