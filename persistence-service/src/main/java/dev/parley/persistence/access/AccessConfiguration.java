package dev.parley.persistence.access;

import dev.parley.contracts.ErrorCode;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
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
import tools.jackson.databind.json.JsonMapper;

/** Every call carries the token of the user it is for; health and metrics have a port of their own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OAuth2ResourceServerProperties.class)
class AccessConfiguration {

    @Bean
    JwtDecoder jwtDecoder(JwtSettings settings, OAuth2ResourceServerProperties boots) {
        var decoder = new TokenKeys(settings, boots.getJwt()).decoder();
        decoder.setJwtValidator(TokenRules.of(settings, boots.getJwt()).validator());
        return decoder;
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
    SecurityFilterChain api(HttpSecurity http, JsonMapper json, CorsSettings cors) throws Exception {
        var unauthenticated = new Unauthenticated(new ProblemWriter(json));
        if (!cors.allowedOrigins().isEmpty()) {
            http.addFilter(Pages.filter(cors, json));
        }
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie ever says who somebody is here.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                        .anyRequest().authenticated())
                .oauth2ResourceServer(tokens -> tokens.authenticationEntryPoint(unauthenticated)
                        .withObjectPostProcessor(answeringAll(unauthenticated))
                        .jwt(_ -> {
                            // The decoder is the bean above.
                        }))
                .build();
    }

    /** Spring would throw on what it takes for a fault of the service, and the caller would see a 500. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answeringAll(Unauthenticated answer) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(answer::commence);
                return filter;
            }
        };
    }

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> errorsOfTheServer() {
        return factory -> factory.addServerCustomizers(server -> server.setErrorHandler(new JettyErrors()));
    }

    /** Of paths that are written so that a filter could be fooled by them. */
    @Bean
    RequestRejectedHandler oddPaths(JsonMapper json) {
        return (_, response, _) -> new ProblemWriter(json).write(
                response, Problems.of(ErrorCode.CHAT_INVALID_REQUEST, "path or header: malformed"));
    }
}
