package dev.parley.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/**
 * What the images begin with.
 *
 * @param name an image's name in a registry, or {@code tar:///a/path}
 */
record BaseImage(String name) {

    /** No base at all, for tests. */
    static final BaseImage NONE = new BaseImage("scratch");

    JibContainerBuilder begin() throws InvalidImageReferenceException {
        return equals(NONE) ? Jib.fromScratch() : Jib.from(name);
    }

    /** Makes sure of it before all that takes time. What a registry gives is kept in the cache. */
    void fetch(Path cache) throws BaseMissingException, IOException, InterruptedException {
        var draft = Files.createTempFile("parley-base", ".tar");
        try {
            begin().setPlatforms(Set.of(ImageTar.platform()))
                    .containerize(ImageTar.to(TarImage.at(draft).named("localhost/parley/base"), cache));
        } catch (InvalidImageReferenceException | RegistryException | ExecutionException
                | CacheDirectoryCreationException | IOException e) {
            throw new BaseMissingException(name, e);
        } finally {
            Files.delete(draft);
        }
    }
}
