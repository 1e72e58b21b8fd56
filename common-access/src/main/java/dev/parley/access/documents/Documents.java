package dev.parley.access.documents;

/**
 * What a service has to read, made when it was built, in the folder {@code documents} of its class path: the document
 * under its own name, and its page in {@code docs/index.html}.
 *
 * @param path of the document, such as {@code /openapi.yaml}
 * @param contentPolicy that the page keeps to
 */
public record Documents(String path, String contentPolicy) {

    public Documents {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path: " + path + " (expected: one that begins with /)");
        }
    }
}
