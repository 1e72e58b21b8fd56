package dev.parley.access.settings;

import dev.parley.access.StartRefused;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Looks at all that a service was told before anything of it is made, so that one start shows all mistakes, and none
 * shows as a failure of something else.
 */
final class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext application) {
        var classes = ClassUtils.getDefaultClassLoader();
        if (classes == null) {
            return;
        }
        var mistakes = KnownSettings.on(classes).mistakes(application.getEnvironment(), classes);
        if (!mistakes.isEmpty()) {
            throw new StartRefused(String.join("\n", mistakes));
        }
    }
}
