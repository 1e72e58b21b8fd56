package dev.parley.gateway.access;

import dev.parley.gateway.StartRefused;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/** The token is checked before Spring sees a handshake; health and metrics have a port of their own. */
@Configuration(proxyBeanMethods = false)
class AccessWiring {

    /** Spring Boot gives it to the decoders that it makes, too. */
    @Bean
    SubjectValidator subjectValidator() {
        return new SubjectValidator();
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
    SecurityFilterChain sockets(
            HttpSecurity http, JwtSettings settings, SubjectValidator subjects, ObjectProvider<JwtDecoder> boots)
            throws Exception {
        var secret = settings.key();
        var decoder = secret == null ? boots.getIfAvailable() : decoder(secret, settings.clockSkew(), subjects);
        if (decoder == null) {
            throw new StartRefused("no key to check tokens with (expected: parley.jwt.secret, or one of"
                    + " spring.security.oauth2.resourceserver.jwt.jwk-set-uri, .issuer-uri, .public-key-location)");
        }
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
                        .jwt(jwt -> jwt.decoder(decoder)))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(unauthenticated))
                .build();
    }

    private static JwtDecoder decoder(Secret secret, Duration clockSkew, SubjectValidator subjects) {
        var decoder = NimbusJwtDecoder.withSecretKey(secret.hs256()).macAlgorithm(MacAlgorithm.HS256).build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(clockSkew), subjects));
        return decoder;
    }
}
