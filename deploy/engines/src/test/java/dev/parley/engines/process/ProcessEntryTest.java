package dev.parley.engines.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessEntryTest {

    private static final String REST = " 1 7 7 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 1 0 36628 0 0";

    @Test
    void readsPastAnOddName() {
        assertThat(ProcessEntry.parse("7 (a) b (c) S" + REST)).contains(new ProcessEntry("ticks-36628", false));
    }

    @Test
    void knowsWhatIsHeld() {
        assertThat(ProcessEntry.parse("7 (redis-server) T" + REST).orElseThrow().stopped()).isTrue();
    }

    @Test
    void takesAZombieForDead() {
        assertThat(ProcessEntry.parse("7 (java) Z" + REST)).isEmpty();
    }
}
