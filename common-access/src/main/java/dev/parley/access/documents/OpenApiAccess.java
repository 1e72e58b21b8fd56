package dev.parley.access.documents;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** For a service that answers calls of REST: the document of all of them, and Swagger UI, which its build has to bring. */
@Configuration(proxyBeanMethods = false)
@Import(DocumentAccess.class)
public class OpenApiAccess implements WebMvcConfigurer {

    /** Swagger UI brings all it needs, and calls no one but this service. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Bean
    static Documents documents() {
        return new Documents("/openapi.yaml", POLICY);
    }

    /** The chain finds the version of a WebJar, which has no place in a page. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/docs/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                // Builds are reproducible, so their files have no time that would tell a new version.
                .setUseLastModified(false)
                .setCacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .resourceChain(true);
    }
}
