package dev.parley.access;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;

/** What every chain that asks for a token has in common. */
public final class TokenChain {

    private TokenChain() {}

    /**
     * Makes a token all that says who somebody is.
     *
     * @param unauthenticated answers whatever is wrong with a token, or with looking up its key
     */
    public static HttpSecurity begin(HttpSecurity http, AuthenticationEntryPoint unauthenticated) throws Exception {
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie ever says who somebody is here.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .oauth2ResourceServer(tokens -> tokens.authenticationEntryPoint(unauthenticated)
                        .withObjectPostProcessor(answeringAll(unauthenticated))
                        .jwt(_ -> {
                            // The decoder is the bean.
                        }))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(unauthenticated));
    }

    /** Spring would throw on what it takes for a fault of the service, and the caller would see a 500. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answeringAll(AuthenticationEntryPoint answer) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(answer::commence);
                return filter;
            }
        };
    }
}
