package dev.parley.persistence.documents;

import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is served was made when this service was built, from the documents of the repository. */
@RestController
class Documents {

    private static final String FOLDER = "documents/";
    private static final CacheControl FRESH = CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    /** Swagger UI brings all it needs, and calls no one but this service. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @GetMapping("/openapi.yaml")
    ResponseEntity<Resource> document() {
        return answer("openapi.yaml", MediaType.APPLICATION_YAML);
    }

    @GetMapping({"/docs/", "/docs/index.html"})
    ResponseEntity<Resource> page() {
        return answer("docs/index.html", MediaType.TEXT_HTML);
    }

    @GetMapping("/docs/page.js")
    ResponseEntity<Resource> script() {
        return answer("docs/page.js", new MediaType("text", "javascript"));
    }

    private static ResponseEntity<Resource> answer(String file, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(FRESH)
                .header("Content-Security-Policy", POLICY)
                .body(new ClassPathResource(FOLDER + file));
    }
}
