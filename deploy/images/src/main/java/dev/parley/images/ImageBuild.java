package dev.parley.images;

import dev.parley.engines.Folders;
import dev.parley.local.LocalStack;
import dev.parley.local.Service;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Fills the folder that images are made of, and makes them. */
record ImageBuild(BuiltServices built, ImageFolder folder, Instant time) {

    /** Maven makes one line of it: of any other failure it prints where it happened. */
    private static final int WITHOUT_BASE = 3;
    private static final String TOOLS = "dev/parley/images/inside";

    /** @param arguments the folder to fill, the version, the time of all files, the base image */
    public static void main(String[] arguments) throws Exception {
        var root = Path.of(System.getProperty("parley.root"));
        var folder = new ImageFolder(Path.of(arguments[0]));
        var build = new ImageBuild(new BuiltServices(root, arguments[1]), folder, Instant.parse(arguments[2]));
        build.forget();
        var base = new BaseImage(arguments[3]);
        try {
            base.fetch(folder.jibCache());
        } catch (BaseMissingException e) {
            System.err.println("parley: " + e.getMessage());
            System.exit(WITHOUT_BASE);
        }
        build.fill();
        for (var service : Service.values()) {
            build.write(new ServiceImage(service, build.built().version()), base);
        }
    }

    /** So that what lies there afterwards is of this build. */
    private void forget() throws IOException {
        for (var service : Service.values()) {
            Files.deleteIfExists(folder.tar(service));
        }
    }

    private void write(ServiceImage image, BaseImage base) throws Exception {
        var tar = new ImageTar(image, folder, time);
        tar.write(base);
        built.copyBill(image.service(), folder.bill(image.service()));
        System.out.println(tar.summary());
    }

    private void fill() throws IOException, InterruptedException {
        Folders.delete(folder.runtime());
        JavaTools.link(folder.runtime());
        ImageFolder.settle(folder.runtime(), time);
        for (var service : Service.values()) {
            fill(service);
        }
        rehearse();
    }

    private void fill(Service service) throws IOException, InterruptedException {
        var app = folder.app(service);
        Folders.delete(app);
        JavaTools.unpack(built.jar(service), app, folder.program(service).getFileName().toString());
        JavaTools.archive(folder.tools(service), ownClasses(), TOOLS, time.toString());
        write(folder.options(service), ServiceImage.javaOptions());
        write(folder.probeOptions(service), new ServiceImage(service, built.version()).probeOptions());
        ImageFolder.settle(app, time);
    }

    private void rehearse() throws IOException, InterruptedException {
        var stack = Files.createTempDirectory("parley-rehearsal");
        try {
            LocalStack.rehearse(stack, new ImagePrograms(folder, built));
        } finally {
            Folders.delete(stack);
        }
        for (var service : Service.values()) {
            ImageFolder.settle(folder.app(service), time);
        }
    }

    private static Path ownClasses() {
        try {
            return Path.of(ImageBuild.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of the tools' classes has no path", e);
        }
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.write(file, lines);
    }
}
