package dev.parley.local;

import java.util.List;

import dev.parley.contracts.TopicPlan;
import dev.parley.engines.Topic;

/** The topics of the local stack. Elsewhere operators make them, with more partitions and replicas. */
final class LocalTopics {

    /** Final for a stack's data: conversations are bound to partitions by it. */
    static final int PARTITIONS = 12;

    static final List<Topic> ALL = TopicPlan.ALL.stream()
            .map(plan -> new Topic(plan.name(), PARTITIONS, plan.settings())).toList();

    private LocalTopics() {}
}
