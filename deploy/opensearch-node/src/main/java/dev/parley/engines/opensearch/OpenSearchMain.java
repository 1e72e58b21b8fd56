package dev.parley.engines.opensearch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.logging.log4j.LogManager;
import org.opensearch.Version;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.painless.PainlessModulePlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/** A node's own JVM: serves by the settings of a folder's {@code config/opensearch.yml} until it is told to stop. */
public final class OpenSearchMain {

    private static final long CLOSE_SECONDS = 15;

    private OpenSearchMain() {}

    public static void main(String[] arguments) throws InterruptedException, NodeValidationException {
        var home = Path.of(arguments[0]);
        var node = new ModularNode(InternalSettingsPreparer.prepareEnvironment(
                Settings.builder().put("path.home", home).build(), Map.of(), home.resolve("config"), () -> "parley"));
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            close(node);
            stopped.countDown();
        }, "shut-down"));
        node.start();
        // A node's own threads are daemons.
        stopped.await();
    }

    private static void close(Node node) {
        try {
            node.close();
            node.awaitClose(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            LogManager.getLogger(OpenSearchMain.class).error("not closed in good order", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A distribution finds its modules in folders; here they are on the class path. */
    private static final class ModularNode extends Node {

        private static final Collection<PluginInfo> MODULES = List.of(module(Netty4ModulePlugin.class),
                module(PainlessModulePlugin.class));

        ModularNode(Environment environment) {
            super(environment, MODULES, true);
        }

        private static PluginInfo module(Class<? extends Plugin> plugin) {
            var none = "";
            return new PluginInfo(plugin.getSimpleName(), none, Version.CURRENT.toString(), Version.CURRENT,
                    System.getProperty("java.specification.version"), plugin.getName(), List.of(), false);
        }
    }
}
