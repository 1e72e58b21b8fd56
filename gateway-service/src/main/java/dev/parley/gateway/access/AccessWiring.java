package dev.parley.gateway.access;

import dev.parley.access.JwtSettings;
import dev.parley.access.TokenAccess;
import dev.parley.access.TokenChain;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** The token is checked before Spring sees a handshake. */
@Configuration(proxyBeanMethods = false)
@Import(TokenAccess.class)
class AccessWiring {

    @Bean
    TokenCheck tokenCheck(JwtDecoder decoder, JwtSettings tokens, TokenCheckSettings settings) {
        return new TokenCheck(decoder, tokens.clockSkew(), settings.checks());
    }

    @Bean
    @Order(2)
    SecurityFilterChain sockets(HttpSecurity http) throws Exception {
        return TokenChain.begin(http, new UnauthenticatedAnswer())
                .oauth2ResourceServer(tokens -> tokens.bearerTokenResolver(new HandshakeToken()))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/ws").authenticated()
                        .anyRequest().permitAll())
                .build();
    }

    /** Of paths that are written so that a filter could be fooled by them. */
    @Bean
    RequestRejectedHandler oddPaths() {
        return (_, response, _) -> {
            response.setStatus(400);
            response.setContentType(Problem.MEDIA_TYPE);
            response.getOutputStream().write(Problem.of(400, "path or header: malformed").toJson());
        };
    }
}
