package dev.parley.settings;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What settings are read from. */
final class Binders {

    private Binders() {}

    /** As in a service that runs, but for what this process was told; the first source wins. */
    static Binder of(PropertySource<?>... sources) {
        var environment = new StandardEnvironment();
        var all = environment.getPropertySources();
        all.forEach(each -> all.remove(each.getName()));
        for (var source : sources) {
            all.addLast(source);
        }
        return Binder.get(environment);
    }
}
