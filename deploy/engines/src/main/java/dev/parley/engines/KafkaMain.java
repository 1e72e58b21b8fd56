package dev.parley.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

/** The broker's own JVM: formats an empty folder, then serves until it is told to stop. */
final class KafkaMain {

    private KafkaMain() {}

    public static void main(String[] arguments) throws Exception {
        var settings = read(Path.of(arguments[0]));
        format(settings);
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shut-down"));
        server.startup();
        server.awaitShutdown();
    }

    private static Properties read(Path file) {
        var settings = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": not readable", e);
        }
        return settings;
    }

    private static void format(Properties settings) throws Exception {
        var folder = settings.getProperty("log.dirs");
        if (Files.exists(Path.of(folder, "meta.properties"))) {
            return;
        }
        new Formatter().setClusterId(settings.getProperty(KafkaSettings.CLUSTER_ID, Uuid.randomUuid().toString()))
                .setNodeId(Integer.parseInt(settings.getProperty("node.id"))).addDirectory(folder)
                .setMetadataLogDirectory(folder).setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setControllerListenerName(settings.getProperty("controller.listener.names"))
                .run();
    }
}
