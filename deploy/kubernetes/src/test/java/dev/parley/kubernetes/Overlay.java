package dev.parley.kubernetes;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is applied to a cluster. */
enum Overlay {

    LAPTOP("overlays/laptop"),
    PRODUCTION("overlays/production"),
    PRODUCTION_GATEWAY_API("overlays/production-gateway-api");

    static final Path ROOT = Path.of(System.getProperty("parley.root"), "deploy", "kubernetes");
    private static final Map<Overlay, Manifests> RENDERED = new ConcurrentHashMap<>();

    private final String folder;

    Overlay(String folder) {
        this.folder = folder;
    }

    Path folder() {
        return ROOT.resolve(folder);
    }

    /** Skips the test, for all to see, on a machine that can't render. */
    Manifests manifests() {
        var known = RENDERED.get(this);
        if (known != null) {
            return known;
        }
        try {
            var kubectl = Kubectl.find();
            if (kubectl.isEmpty()) {
                return abort("not rendered: no kubectl on the path, and Maven Central has none for this machine");
            }
            var rendered = new Manifests(Manifest.in(kubectl.get().kustomize(folder())));
            RENDERED.put(this, rendered);
            return rendered;
        } catch (IOException e) {
            throw new AssertionError(this + " can't be rendered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(this + " was not rendered", e);
        }
    }
}
