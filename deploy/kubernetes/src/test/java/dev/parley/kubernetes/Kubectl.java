package dev.parley.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The program that renders. It comes from Maven Central where it can, so that the build needs nothing else and renders
 * alike everywhere; on other machines than x86-64, whatever is on the path.
 */
record Kubectl(Path program) {

    /** A jar that was made to carry it into functions of AWS; the archive in it has an archive in it. */
    private static final String CARRIER = "/software/amazon/awscdk/cdk/lambdalayer/kubectl/v31/lambda-layer-kubectl-v31@2.0.0.jsii.tgz";

    private static final String LAYER = "package/lib/layer.zip";
    private static final String FILE = "kubectl/kubectl";

    static Optional<Kubectl> find() throws IOException {
        if (System.getProperty("os.name").equals("Linux") && System.getProperty("os.arch").equals("amd64")) {
            return Optional.of(new Kubectl(unpacked()));
        }
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "kubectl"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Kubectl::new);
    }

    private static Path unpacked() throws IOException {
        var program = Path.of(System.getProperty("parley.root"), "deploy/kubernetes/target/kubectl-1.31");
        if (!Files.exists(program)) {
            Files.createDirectories(program.getParent());
            var draft = Files.createTempFile(program.getParent(), "kubectl", "");
            try (var carrier = Kubectl.class.getResourceAsStream(CARRIER)) {
                if (carrier == null) {
                    throw new IOException(
                            CARRIER + ": not on the class path (expected: with its dependency's version)");
                }
                try (var layer = new ZipInputStream(layer(carrier))) {
                    for (ZipEntry entry; !(entry = layer.getNextEntry()).getName().equals(FILE);) {
                        layer.closeEntry();
                    }
                    Files.copy(layer, draft, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            if (!draft.toFile().setExecutable(true)) {
                throw new IOException(draft + ": can't be made executable");
            }
            Files.move(draft, program, StandardCopyOption.ATOMIC_MOVE);
        }
        return program;
    }

    private static InputStream layer(InputStream carrier) throws IOException {
        var tar = new TarArchiveInputStream(new GzipCompressorInputStream(carrier));
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (entry.getName().equals(LAYER)) {
                return tar;
            }
        }
        throw new IOException(CARRIER + ": without " + LAYER);
    }

    /** What {@code kubectl apply -k} would send. */
    String kustomize(Path folder) throws IOException, InterruptedException {
        var errors = Files.createTempFile("kustomize", ".log");
        try {
            var process = new ProcessBuilder(program.toString(), "kustomize", folder.toString())
                    .redirectError(errors.toFile()).start();
            var rendered = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var status = process.waitFor();
            var said = Files.readString(errors);
            if (status != 0 || !said.isBlank()) {
                throw new IOException(folder + ": status " + status + " (expected: 0, and nothing to say)\n" + said);
            }
            return rendered;
        } finally {
            Files.delete(errors);
        }
    }
}
