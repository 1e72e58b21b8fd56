package dev.parley.access;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.AndRequestMatcher;

/**
 * Tokens are taken by the same rules wherever they are shown; health and metrics have a port of their own. A service
 * that has chains of its own imports this; one that only answers REST calls imports
 * {@link dev.parley.access.rest.RestAccess}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({JwtSettings.class, OAuth2ResourceServerProperties.class})
public class TokenAccess {

    /** @throws StartRefused if the settings name no key, or two kinds of it */
    @Bean
    public static JwtDecoder jwtDecoder(JwtSettings settings, OAuth2ResourceServerProperties boots) {
        var decoder = new TokenKeys(settings, boots.getJwt()).decoder();
        decoder.setJwtValidator(TokenRules.of(settings, boots.getJwt()).validator());
        return decoder;
    }

    /** To time each of the filters costs more than what they do. */
    @Bean
    SecurityObservationSettings unobservedSecurity() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain endpoints(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                // Operators change something with whatever client they have; a page in their browser must not.
                .csrf(pages -> pages.requireCsrfProtectionMatcher(new AndRequestMatcher(
                        CsrfFilter.DEFAULT_CSRF_MATCHER, request -> request.getHeader(HttpHeaders.ORIGIN) != null)))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
