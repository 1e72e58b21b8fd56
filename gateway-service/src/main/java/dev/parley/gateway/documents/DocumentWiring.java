package dev.parley.gateway.documents;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Who reads the documents needs no token. */
@Configuration(proxyBeanMethods = false)
class DocumentWiring {

    @Bean
    @Order(0)
    SecurityFilterChain documentsForAnyone(HttpSecurity http) throws Exception {
        return http.securityMatcher("/asyncapi.yaml", "/docs/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .build();
    }
}
