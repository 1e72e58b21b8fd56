package dev.parley.gateway.documents;

import dev.parley.access.documents.DocumentAccess;
import dev.parley.access.documents.Documents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(DocumentAccess.class)
class DocumentWiring {

    /** The page has no script, and asks for nothing but its style. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    @Bean
    static Documents documents() {
        return new Documents("/asyncapi.yaml", POLICY);
    }
}
