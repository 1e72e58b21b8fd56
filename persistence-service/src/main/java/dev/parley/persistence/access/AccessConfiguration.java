package dev.parley.persistence.access;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.UserId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/** Every call carries the token of the user it is for; health and metrics have a port of their own. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    @ConditionalOnProperty("parley.jwt.secret")
    JwtDecoder secretDecoder(JwtSettings settings, OAuth2TokenValidator<Jwt> subjects) {
        var decoder = NimbusJwtDecoder.withSecretKey(settings.key()).macAlgorithm(MacAlgorithm.HS256).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(settings.clockSkew()), subjects));
        return decoder;
    }

    /** Spring Boot gives it to the decoders that it makes, too. */
    @Bean
    OAuth2TokenValidator<Jwt> subjects() {
        return token -> {
            try {
                var _ = new UserId(String.valueOf(token.getSubject()));
                return token.getSubject() == null
                        ? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "sub: missing", null))
                        : OAuth2TokenValidatorResult.success();
            } catch (IllegalArgumentException e) {
                return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "sub: not a user id", null));
            }
        };
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
    SecurityFilterChain api(HttpSecurity http, JsonMapper json) throws Exception {
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie ever says who somebody is here.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(tokens -> tokens
                        .authenticationEntryPoint((_, response, _) -> unauthenticated(json, response))
                        .jwt(_ -> {
                            // The decoder is the bean above, or the one of Spring Boot's own properties.
                        }))
                .build();
    }

    private static void unauthenticated(
            JsonMapper json, HttpServletResponse response) throws IOException {
        var problem = Problems.of(
                ErrorCode.CHAT_UNAUTHENTICATED, "token: missing, bad or expired (expected: a valid bearer token)");
        response.setStatus(problem.getStatus());
        response.setHeader("WWW-Authenticate", "Bearer");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
