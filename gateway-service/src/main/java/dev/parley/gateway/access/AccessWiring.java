package dev.parley.gateway.access;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** The token is checked before Spring sees a handshake; health and metrics have a port of their own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OAuth2ResourceServerProperties.class)
class AccessWiring {

    @Bean
    JwtDecoder jwtDecoder(JwtSettings settings, OAuth2ResourceServerProperties boots) {
        var decoder = new TokenKeys(settings, boots.getJwt()).decoder();
        decoder.setJwtValidator(TokenRules.of(settings, boots.getJwt()).validator());
        return decoder;
    }

    @Bean
    TokenCheck tokenCheck(JwtDecoder decoder, JwtSettings settings) {
        return new TokenCheck(decoder, settings.clockSkew(), settings.checks());
    }

    @Bean
    @Order(1)
    SecurityFilterChain endpoints(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain sockets(HttpSecurity http, JwtDecoder decoder) throws Exception {
        var unauthenticated = new UnauthenticatedAnswer();
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie ever says who somebody is here.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/ws").authenticated()
                        .anyRequest().permitAll())
                .oauth2ResourceServer(tokens -> tokens.bearerTokenResolver(new HandshakeToken())
                        .authenticationEntryPoint(unauthenticated)
                        .withObjectPostProcessor(answeringAll(unauthenticated))
                        .jwt(jwt -> jwt.decoder(decoder)))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(unauthenticated))
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

    /** Spring would throw on what it takes for a fault of the service, and the client would see a 500. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answeringAll(UnauthenticatedAnswer answer) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(answer::commence);
                return filter;
            }
        };
    }
}
