package dev.parley.persistence.writer;

import dev.parley.persistence.delivery.MailboxesFactory;
import dev.parley.start.LogCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** The writer threads of this instance: each goes on as a new member of the group when its membership ends. */
@Component
class Writers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Writers.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final MailboxesFactory mailboxes;
    private final Writer.Tools tools;
    private final WriterSettings settings;
    private final LogCheck logCheck;
    private final List<Worker> workers = new ArrayList<>();
    private final AtomicInteger writing = new AtomicInteger();

    Writers(
            ConsumerFactory<byte[], byte[]> consumers,
            MailboxesFactory mailboxes,
            Writer.Tools tools,
            WriterSettings settings,
            LogCheck logCheck) {
        this.consumers = consumers;
        this.mailboxes = mailboxes;
        this.tools = tools;
        this.settings = settings;
        this.logCheck = logCheck;
    }

    @Override
    public void start() {
        logCheck.requireTopics();
        for (var i = 0; i < settings.threads(); i++) {
            var worker = new Worker();
            workers.add(worker);
            Thread.ofPlatform().name("writer-" + i).start(worker);
        }
    }

    @Override
    public void stop() {
        workers.forEach(Worker::stop);
        workers.forEach(Worker::awaitEnd);
        workers.clear();
    }

    @Override
    public boolean isRunning() {
        return !workers.isEmpty();
    }

    /** Whether every thread is a member of the group. */
    boolean areWriting() {
        return writing.get() == settings.threads();
    }

    private final class Worker implements Runnable {

        private volatile boolean stopping;
        private volatile @Nullable Writer writer;
        private volatile @Nullable Thread thread;

        @Override
        public void run() {
            thread = Thread.currentThread();
            while (!stopping) {
                try {
                    write();
                } catch (WakeupException | InterruptException e) {
                    if (!stopping) {
                        log.warn("A writer was woken without being stopped; it joins again");
                    }
                } catch (PartitionLost e) {
                    tools.meters().partitionLost();
                    log.warn("Joining the group again: {}", e.getMessage());
                } catch (RuntimeException e) {
                    log.error("A writer failed and joins again in {} ms", settings.maxBackoff().toMillis(), e);
                    pause();
                }
            }
        }

        void stop() {
            stopping = true;
            var current = writer;
            if (current != null) {
                current.wakeup();
            }
        }

        void awaitEnd() {
            var current = thread;
            try {
                if (current != null && !current.join(STOP_TIMEOUT)) {
                    log.warn("A writer did not stop within {} s", STOP_TIMEOUT.toSeconds());
                    current.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void write() {
            var consumer = consumers.createConsumer(settings.group(), null, null);
            try (var current = new Writer(consumer, mailboxes.open(), tools, settings)) {
                writer = current;
                current.join();
                writing.incrementAndGet();
                try {
                    while (!stopping) {
                        current.step();
                    }
                } finally {
                    writing.decrementAndGet();
                }
            } finally {
                writer = null;
            }
        }

        private void pause() {
            try {
                Thread.sleep(settings.maxBackoff());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
