package dev.parley.search.indexing;

import dev.parley.search.index.Generation;
import dev.parley.search.index.Generation.State;
import dev.parley.search.index.IndexCatalog;
import dev.parley.search.indexing.BuildProgress.Reading;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * From one generation to the next: promotes what has caught up, and lets go of what was retired long enough ago. Every
 * instance looks at the same catalog and tries the same, and each step is one that happens once; so whatever a crash
 * leaves undone, the next who looks does.
 */
@Component
class Rebuild {

    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);

    private final IndexCatalog catalog;
    private final LogOffsets logOffsets;
    private final Clock clock;
    private final RebuildSettings settings;
    private final IndexingSettings indexing;
    private BuildProgress progress = new BuildProgress(0);
    private LogEnds lastEnds = LogEnds.NONE;
    private Set<Integer> known = Set.of();
    private volatile @Nullable Reading reading;

    /** Where the log ended when what is being built was looked at last. */
    private record LogEnds(int building, Map<Integer, Long> ends) {

        static final LogEnds NONE = new LogEnds(0, Map.of());
    }

    Rebuild(
            IndexCatalog catalog,
            LogOffsets logOffsets,
            Clock clock,
            RebuildSettings settings,
            IndexingSettings indexing) {
        this.catalog = catalog;
        this.logOffsets = logOffsets;
        this.clock = clock;
        this.settings = settings;
        this.indexing = indexing;
    }

    /** How far the building had got at the last look; empty if nothing was being built. */
    Optional<Reading> reading() {
        return Optional.ofNullable(reading);
    }

    /**
     * One look.
     *
     * @param servingPositions as read before the positions of what is being built are
     * @return whether this call has changed the catalog
     */
    boolean look(List<Generation> generations, Map<Integer, Long> servingPositions) {
        forgetGroups(generations);
        var building = generations.stream().filter(each -> each.state() == State.BUILDING).findFirst();
        if (building.isEmpty()) {
            reading = null;
        }
        var promoted = building.isPresent() && promote(building.get(), servingPositions);
        return dropRetired(generations) || promoted;
    }

    /** @throws LogUnavailable if Kafka does not say how much there is to read */
    synchronized Reading read(Generation building) {
        return read(building, catalog.open(building).positions(), logOffsets.ends());
    }

    private boolean promote(Generation building, Map<Integer, Long> servingPositions) {
        Map<Integer, Long> positions;
        Map<Integer, Long> ends;
        try {
            positions = catalog.open(building).positions();
            ends = logOffsets.ends();
            reading = read(building, positions, ends);
        } catch (LogUnavailable e) {
            log.debug("Generation {} waits for Kafka: {}", building.number(), e.getMessage());
            return false;
        }
        var last = lastEnds;
        lastEnds = new LogEnds(building.number(), ends);
        var hasCaughtUp = hasCaughtUp(positions, servingPositions, ends)
                || last.building() == building.number() && hasCaughtUp(positions, last.ends(), ends);
        if (!hasCaughtUp || !catalog.promote(building)) {
            return false;
        }
        log.info("Generation {} has caught up and serves from now on", building.number());
        return true;
    }

    private synchronized Reading read(Generation building, Map<Integer, Long> positions, Map<Integer, Long> ends) {
        if (progress.generation() != building.number()) {
            progress = new BuildProgress(building.number());
        }
        return progress.read(clock.instant(), positions, logOffsets.begins(), ends);
    }

    /**
     * Whether it has all that the serving one has, or all that was in the log at the last look, a second ago: events
     * that go on arriving keep it from having both. What the log does not hold is not wanted, should the serving one be
     * of another.
     */
    static boolean hasCaughtUp(Map<Integer, Long> positions, Map<Integer, Long> other, Map<Integer, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> {
            var wanted = Math.min(other.getOrDefault(end.getKey(), 0L), end.getValue());
            return positions.getOrDefault(end.getKey(), 0L) >= wanted;
        });
    }

    /** Of those that are gone since the last look. This instance has left them by now; the last one to leave succeeds. */
    private void forgetGroups(List<Generation> generations) {
        var present = generations.stream().map(Generation::number).collect(Collectors.toSet());
        known.stream()
                .filter(number -> !present.contains(number))
                .forEach(number -> logOffsets.forgetGroup(indexing.groupOf(number)));
        known = present;
    }

    private boolean dropRetired(List<Generation> generations) {
        var due = clock.instant().minus(settings.keepRetired());
        var retired = generations.stream()
                .filter(each -> each.state() == State.RETIRED && !each.since().isAfter(due))
                .toList();
        retired.forEach(each -> {
            catalog.drop(each);
            log.info("Generation {} is dropped", each.number());
        });
        return !retired.isEmpty();
    }
}
