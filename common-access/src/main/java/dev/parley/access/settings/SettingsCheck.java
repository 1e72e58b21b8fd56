package dev.parley.access.settings;

import dev.parley.access.StartRefused;
import java.util.ArrayList;
import org.springframework.boot.context.properties.bind.Binder;
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
        var known = KnownSettings.on(classes);
        var environment = application.getEnvironment();
        var mistakes = new ArrayList<>(new UnknownSettings(known.settings()).in(environment.getPropertySources()));
        var binder = Binder.get(environment);
        known.records().forEach(each -> mistakes.addAll(each.mistakes(binder, classes)));
        if (!mistakes.isEmpty()) {
            throw new StartRefused(String.join("\n", mistakes));
        }
    }
}
