package dev.parley.access.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Names of ours that no setting has: mistakes in writing, which would otherwise be taken without a word. */
final class UnknownSettings {

    private static final String PREFIX = "parley.";
    private static final String PREFIX_OF_VARIABLES = "PARLEY_";
    private static final Pattern INDEX = Pattern.compile("_\\d+_?$");

    /** Kubernetes tells each pod where the services of its namespace are; ours may well be called parley-something. */
    private static final Pattern ADDRESS = Pattern.compile(
            ".*_SERVICE_(HOST|PORT(_.+)?)|.*_PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?");

    private static final Pattern ADDRESS_AS_URL = Pattern.compile("(tcp|udp|sctp)://.*");

    private final Set<ConfigurationPropertyName> names;
    private final List<ConfigurationPropertyName> maps;
    private final Map<String, String> variables = new HashMap<>();

    UnknownSettings(List<Setting> known) {
        names = known.stream().map(Setting::name).collect(Collectors.toSet());
        maps = known.stream().filter(Setting::isMap).map(Setting::name).toList();
        known.forEach(setting -> {
            variables.put(setting.variable(), setting.variable());
            variables.put(setting.shortVariable(), setting.variable());
        });
    }

    /**
     * A sentence for each. Values stay out: what is unknown may be a secret. System properties stay out as well: a build
     * tells its tests by those of ours what they are to do.
     */
    List<String> in(MutablePropertySources sources) {
        var found = new TreeSet<String>();
        for (var source : sources) {
            if (source instanceof EnumerablePropertySource<?> listed && !isOfSystem(source)) {
                namesIn(listed).forEach(found::add);
            }
        }
        return List.copyOf(found);
    }

    private static boolean isOfSystem(PropertySource<?> source) {
        return source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
    }

    private Stream<String> namesIn(EnumerablePropertySource<?> source) {
        var ours = Stream.of(source.getPropertyNames());
        return source instanceof SystemEnvironmentPropertySource
                ? ours.filter(name -> isUnknownVariable(name, source)).map(this::sentenceOfVariable)
                : ours.filter(this::isUnknown).map(name -> sentenceOf(name, source));
    }

    private boolean isUnknown(String name) {
        if (!name.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
            return false;
        }
        var adapted = ConfigurationPropertyName.adapt(name, '.');
        return maps.stream().noneMatch(map -> map.isAncestorOf(adapted)) && !names.contains(withoutIndex(adapted));
    }

    private static ConfigurationPropertyName withoutIndex(ConfigurationPropertyName name) {
        return name.isLastElementIndexed() ? name.getParent() : name;
    }

    private boolean isUnknownVariable(String name, PropertySource<?> source) {
        var variable = name.toUpperCase(Locale.ROOT);
        return variable.startsWith(PREFIX_OF_VARIABLES)
                && !variables.containsKey(variable)
                && !variables.containsKey(INDEX.matcher(variable).replaceFirst(""))
                && maps.stream().noneMatch(map -> variable.startsWith(new Setting(map, "").variable() + "_"))
                && !isAddress(variable, String.valueOf(source.getProperty(name)));
    }

    private static boolean isAddress(String variable, String value) {
        return ADDRESS.matcher(variable).matches()
                || (variable.endsWith("_PORT") && ADDRESS_AS_URL.matcher(value).matches());
    }

    private String sentenceOf(String name, PropertySource<?> source) {
        return name + ": no setting of this service (did you mean " + Spelling.nearest(name, namesAndTheirBeginnings())
                + "?), in " + source.getName();
    }

    /** Who has mistaken a group of settings may have named nothing below it. */
    private List<String> namesAndTheirBeginnings() {
        return names.stream()
                .flatMap(name -> Stream.iterate(name, each -> each.getNumberOfElements() > 1,
                        ConfigurationPropertyName::getParent))
                .map(ConfigurationPropertyName::toString)
                .toList();
    }

    private String sentenceOfVariable(String name) {
        return name + ": no setting of this service (did you mean "
                + Spelling.nearest(name, Set.copyOf(variables.values())) + "?), in the environment";
    }
}
