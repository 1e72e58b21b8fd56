package dev.parley.persistence.writer;

import dev.parley.contracts.UserId;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Recipients as they travel, made once for each state of a membership: the fold names the same set for as long as
 * nobody comes or goes, and a group of hundreds is not spelled out anew for each of its messages.
 */
final class Audiences {

    private final Map<Set<UserId>, List<String>> texts = new IdentityHashMap<>();

    List<String> of(Set<UserId> recipients) {
        return texts.computeIfAbsent(recipients, ids -> ids.stream().map(UserId::value).toList());
    }
}
