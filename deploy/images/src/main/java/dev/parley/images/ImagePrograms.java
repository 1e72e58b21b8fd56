package dev.parley.images;

import dev.parley.local.Service;
import dev.parley.local.SettingNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The services as their images will start them, for a rehearsal: the same runtime, options and jars. */
record ImagePrograms(ImageFolder folder, BuiltServices built) implements Service.Programs {

    @Override
    public void prepare(Service service) {
        // The folder is complete but for the cache.
    }

    @Override
    public List<String> command(Service service) {
        return List.of(folder.java().toString(), "@" + folder.options(service), "-jar",
                folder.program(service).toString());
    }

    @Override
    public SettingNames settings(Service service) throws IOException {
        return SettingNames.in(built.jar(service));
    }

    @Override
    public Optional<Path> cache(Service service) {
        return Optional.of(folder.cache(service));
    }
}
