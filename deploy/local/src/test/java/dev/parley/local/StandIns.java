package dev.parley.local;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Programs in the place of the services; and, as a main of its own, the commands over them. */
final class StandIns implements Service.Programs {

    public static void main(String[] arguments) {
        var terminal = new Terminal(System.in, System.out, System.err);
        var status = new Commands(terminal, new Home(Path.of(".parley")), new StandIns()).run(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    @Override
    public void prepare(Service service) {
        // They are compiled already.
    }

    @Override
    public List<String> command(Service service) {
        return List.of(java(), "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m", "-cp",
                testClasses(), StandInService.class.getName());
    }

    @Override
    public SettingNames settings(Service service) {
        return new SettingNames(Set.of("parley.partitions", "parley.limits.enabled"));
    }

    @Override
    public Optional<Path> cache(Service service) {
        return Optional.empty();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String testClasses() {
        try {
            return Path.of(StandIns.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
