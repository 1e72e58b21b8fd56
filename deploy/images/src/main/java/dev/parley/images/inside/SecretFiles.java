package dev.parley.images.inside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Makes secrets that are not there yet, and writes each into the files of those who read it. What was made once stays: a
 * second run changes nothing.
 */
public final class SecretFiles {

    private static final String KEPT = "made";
    private static final int RANDOM_BYTES = 32;
    private static final String PLACE_OF_SECRET = "{}";

    private final Path folder;

    SecretFiles(Path folder) {
        this.folder = folder;
    }

    /** @param arguments the folder, then for each file: {@code secret file owner template} in one argument */
    public static void main(String[] arguments) throws IOException {
        var files = new SecretFiles(Path.of(arguments[0]));
        for (var i = 1; i < arguments.length; i++) {
            files.write(Copy.parse(arguments[i]));
        }
    }

    /**
     * A file of a reader.
     *
     * @param owner    the number of the user who alone may read it
     * @param template the content, with {@code {}} in the place of the secret
     */
    record Copy(String secret, String file, int owner, String template) {

        static Copy parse(String line) {
            var words = line.strip().split(" ", 4);
            if (words.length < 3 || !words[2].matches("\\d{1,9}")) {
                throw new IllegalArgumentException(line + " (expected: SECRET FILE OWNER [TEMPLATE])");
            }
            var template = words.length == 4 ? words[3] : PLACE_OF_SECRET;
            return new Copy(words[0], words[1], Integer.parseInt(words[2]), template);
        }
    }

    void write(Copy copy) throws IOException {
        var content = copy.template().replace(PLACE_OF_SECRET, readOrMake(copy.secret()));
        var file = folder.resolve(copy.file());
        if (!Files.exists(file) || !Files.readString(file).equals(content)) {
            replace(file, content, copy.owner());
        }
    }

    private String readOrMake(String secret) throws IOException {
        var kept = folder.resolve(KEPT).resolve(secret);
        if (!Files.exists(kept)) {
            var random = new byte[RANDOM_BYTES];
            new SecureRandom().nextBytes(random);
            replace(kept, Base64.getUrlEncoder().withoutPadding().encodeToString(random), owner(folder));
        }
        return Files.readString(kept);
    }

    /** In one step, and never readable by others, not even for a moment. */
    private static void replace(Path file, String content, int owner) throws IOException {
        Files.createDirectories(file.getParent());
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, content);
        if (owner != owner(draft)) {
            Files.setAttribute(draft, "unix:uid", owner);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static int owner(Path file) throws IOException {
        return (int) Files.getAttribute(file, "unix:uid");
    }
}
