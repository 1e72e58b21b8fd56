package dev.parley.access.documents;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Who reads the documents needs no token. A service imports this, and says by a bean what its {@link Documents} are. */
@Configuration(proxyBeanMethods = false)
public class DocumentAccess {

    private static final String FOLDER = "documents";
    private static final CacheControl FRESH = CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    @Bean
    @Order(0)
    SecurityFilterChain documentsForAnyone(HttpSecurity http, Documents documents) throws Exception {
        return http.securityMatcher(documents.path(), "/docs/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> documentsToRead(Documents documents) {
        return RouterFunctions.route()
                .GET(documents.path(), _ -> answer(documents, documents.path()))
                .GET("/docs/", _ -> answer(documents, "/docs/index.html"))
                .GET("/docs/{file}", request -> answer(documents, "/docs/" + request.pathVariable("file")))
                .build();
    }

    private static ServerResponse answer(Documents documents, String path) {
        var file = new ClassPathResource(FOLDER + path);
        if (!file.isReadable()) {
            return ServerResponse.notFound().build();
        }
        var type = path.endsWith(".yaml")
                ? MediaType.APPLICATION_YAML
                : MediaTypeFactory.getMediaType(file).orElse(MediaType.APPLICATION_OCTET_STREAM);
        return ServerResponse.ok()
                .contentType(type)
                .cacheControl(FRESH)
                .header("Content-Security-Policy", documents.contentPolicy())
                .body(file);
    }
}
