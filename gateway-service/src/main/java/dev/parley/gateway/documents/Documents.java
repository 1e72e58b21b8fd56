package dev.parley.gateway.documents;

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

    /** The page has no script, and asks for nothing but its style. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    @GetMapping("/asyncapi.yaml")
    ResponseEntity<Resource> document() {
        return answer("asyncapi.yaml", MediaType.APPLICATION_YAML);
    }

    @GetMapping({"/docs/", "/docs/index.html"})
    ResponseEntity<Resource> page() {
        return answer("docs/index.html", MediaType.TEXT_HTML);
    }

    @GetMapping("/docs/page.css")
    ResponseEntity<Resource> style() {
        return answer("docs/page.css", new MediaType("text", "css"));
    }

    private static ResponseEntity<Resource> answer(String file, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(FRESH)
                .header("Content-Security-Policy", POLICY)
                .body(new ClassPathResource(FOLDER + file));
    }
}
