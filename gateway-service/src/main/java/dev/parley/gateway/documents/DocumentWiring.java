package dev.parley.gateway.documents;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What is served was made when this service was built, from the documents of the repository. */
@Configuration(proxyBeanMethods = false)
class DocumentWiring implements WebMvcConfigurer {

    private static final String DOCUMENT = "/asyncapi.yaml";
    private static final String PAGES = "/docs/";
    private static final String FOLDER = "classpath:/documents";
    private static final Duration FRESH = Duration.ofMinutes(5);

    /** The page has no script, and asks for nothing but its style. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    @Bean
    @Order(0)
    SecurityFilterChain documents(HttpSecurity http) throws Exception {
        return http.securityMatcher(DOCUMENT, PAGES + "**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)))
                .build();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serve(registry, DOCUMENT, "/");
        serve(registry, PAGES + "**", PAGES);
    }

    private static void serve(ResourceHandlerRegistry registry, String path, String folder) {
        registry.addResourceHandler(path)
                .addResourceLocations(FOLDER + folder)
                // Builds are reproducible, so their files have no time that would tell a new version.
                .setUseLastModified(false)
                .setCacheControl(CacheControl.maxAge(FRESH).cachePublic());
    }

    /** Neither Spring nor Jetty knows the type of these files. */
    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer types) {
        types.mediaType("yaml", MediaType.APPLICATION_YAML);
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        // No forward: it would end the answer before the policy is written into its head.
        List.of("/docs", PAGES).forEach(path -> registry.addRedirectViewController(path, PAGES + "index.html"));
    }
}
