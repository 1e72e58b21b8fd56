package dev.parley.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;

import dev.parley.engines.SecretFile;

/** A random text that is made once and kept in a file that only its owner may read. */
record Secret(String value) {

    private static final int RANDOM_BYTES = 32;

    static Secret readOrMake(Path file) throws IOException, InterruptedException {
        if (!Files.exists(file)) {
            make(file);
        }
        return new Secret(Files.readString(file).strip());
    }

    /** Under a lock, and in one step: two commands may come here at once, and a reader must not see half of it. */
    private static void make(Path file) throws IOException, InterruptedException {
        Files.createDirectories(file.getParent());
        try (var _ = StackLock.take(file.resolveSibling(file.getFileName() + ".lock"))) {
            if (!Files.exists(file)) {
                var random = new byte[RANDOM_BYTES];
                new SecureRandom().nextBytes(random);
                var text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
                Files.move(SecretFile.write(file.resolveSibling(file.getFileName() + ".new"), text + "\n"), file,
                        StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
