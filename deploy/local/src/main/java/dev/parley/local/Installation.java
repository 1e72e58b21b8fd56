package dev.parley.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.ZipFile;

import dev.parley.engines.Folders;
import dev.parley.engines.process.LogTail;

/** The source tree that this stack was built in, with the built services: their jars are unpacked once per build. */
record Installation(Path root) implements Service.Programs {

    // A stack on a laptop is young all its life: on two cores the optimizing compiler takes more time in the first
    // minutes than its code gives back.
    private static final List<String> JVM = List.of("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=0.2",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            // Where it was made to lie, an archive of classes needs no patching: its pages stay the file's, one copy for
            // both gateways. The price is that its address can be foreseen.
            "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0",
            "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");
    private static final String ROOT = "parley.root";

    /** From the property that the launcher and the build set; else the nearest folder above with a launcher in it. */
    static Installation find() {
        var given = System.getProperty(ROOT);
        if (given != null) {
            return new Installation(Path.of(given));
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("parley")) && Files.exists(folder.resolve("mvnw"))) {
                return new Installation(folder);
            }
        }
        throw new IllegalStateException(ROOT + ": not set, and no folder above holds a parley launcher");
    }

    Home home() {
        return new Home(root.resolve(".parley"));
    }

    @Override
    public void prepare(Service service) throws IOException, InterruptedException {
        var jar = jar(service);
        var unpacked = unpacked(jar);
        if (Files.isDirectory(unpacked)) {
            return;
        }
        // The two gateways start at once, and both come here; so may two stacks.
        try (var _ = StackLock.take(Files.createDirectories(unpacked.getParent()).resolve("lock"))) {
            if (!Files.isDirectory(unpacked)) {
                unpack(jar, unpacked);
                deleteOthers(unpacked);
            }
        }
    }

    /** Earlier builds of the same service, unless a process still runs from them. */
    private static void deleteOthers(Path unpacked) throws IOException {
        var name = unpacked.getFileName().toString();
        var service = name.substring(0, name.lastIndexOf('-'));
        try (var folders = Files.newDirectoryStream(unpacked.getParent(), service + "-*")) {
            for (var folder : folders) {
                if (!folder.equals(unpacked) && !isInUse(folder)) {
                    Folders.delete(folder);
                }
            }
        }
    }

    private static boolean isInUse(Path folder) {
        return ProcessHandle.allProcesses().flatMap(process -> process.info().commandLine().stream())
                .anyMatch(line -> line.contains(folder.toString()));
    }

    private static void unpack(Path jar, Path target) throws IOException, InterruptedException {
        var draft = target.resolveSibling(target.getFileName() + ".new");
        var log = target.resolveSibling("unpack.log");
        Folders.delete(draft);
        var status = new ProcessBuilder(java(), "-Xshare:auto", "-XX:TieredStopAtLevel=1",
                "-XX:CompileThresholdScaling=0.2", "-XX:+UseSerialGC",
                "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", draft.toString())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
        if (status != 0) {
            throw new CommandFailedException(
                    jar + ": not unpacked, exit status " + status + "\n" + LogTail.of(log, 10));
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public List<String> command(Service service) throws IOException {
        var jar = jar(service);
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(List.of("-Xms64m", "-Xmn16m", "-Xmx512m"));
        command.addAll(JVM);
        var cache = cache(jar);
        if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.addAll(List.of("-jar", unpacked(jar).resolve(jar.getFileName()).toString()));
        return command;
    }

    @Override
    public SettingNames settings(Service service) throws IOException {
        return SettingNames.in(jar(service));
    }

    @Override
    public Optional<Path> cache(Service service) throws IOException {
        return Optional.of(cache(jar(service)));
    }

    private Path cache(Path jar) throws IOException {
        return unpacked(jar).resolve("start.aot");
    }

    private Path jar(Service service) throws IOException {
        var module = service.word() + "-service";
        var folder = root.resolve(module).resolve("target");
        if (Files.isDirectory(folder)) {
            try (var jars = Files.newDirectoryStream(folder, module + "-*-app.jar")) {
                for (var jar : jars) {
                    return jar;
                }
            }
        }
        throw new CommandFailedException(module + ": not built (expected: " + module + "-…-app.jar in " + folder + ")");
    }

    /** Named after the build, so that a running stack keeps its files while the next one is built. */
    private Path unpacked(Path jar) throws IOException {
        var name = jar.getFileName().toString().replace("-app.jar", "") + "-" + fingerprint(jar);
        return root.resolve("deploy/local/target/stack/services").resolve(name);
    }

    /** Of the contents: a reproducible build gives all its jars the same time. */
    private static String fingerprint(Path jar) throws IOException {
        var sum = new CRC32C();
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream().forEach(entry -> sum.update(
                    (entry.getName() + entry.getCrc() + entry.getSize()).getBytes(StandardCharsets.UTF_8)));
        }
        return Long.toHexString(sum.getValue());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
