package dev.parley.gateway.mailbox;

import dev.parley.access.logs.LogKeys;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the gateway's place with the writers: takes it, follows the mailbox, and when the place is lost takes it again
 * and says so. One thread does all of it, so each step stands where it must.
 */
final class MailboxReader implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailboxReader.class);

    private final Supplier<RedisLink> redis;
    private final Places places;
    private final Fanout fanout;
    private final LostPlaces lostPlaces;
    private final MailboxSettings settings;

    private volatile @Nullable Thread thread;
    private volatile boolean following;
    private volatile boolean hasFollowed;
    private @Nullable Mailbox mailbox;

    MailboxReader(
            Supplier<RedisLink> redis,
            Places places,
            Fanout fanout,
            LostPlaces lostPlaces,
            MailboxSettings settings) {
        this.redis = redis;
        this.places = places;
        this.fanout = fanout;
        this.lostPlaces = lostPlaces;
        this.settings = settings;
    }

    /** Whether the mailbox is being read right now. */
    boolean isFollowing() {
        return following;
    }

    /** Whether it ever was: from then on, an absent Redis takes nothing from the gateway that it can't make up for. */
    boolean hasFollowed() {
        return hasFollowed;
    }

    @Override
    public void start() {
        var reader = Thread.ofPlatform().name("mailbox").unstarted(this::run);
        thread = reader;
        reader.start();
    }

    private void run() {
        var backOff = new BackOff(settings.redis().retry(), settings.redis().retryMost());
        while (isRunning()) {
            stayOnce(backOff);
            if (isRunning()) {
                pause(backOff.next());
            }
        }
    }

    private void stayOnce(BackOff backOff) {
        try (var link = redis.get()) {
            stay(link, backOff);
        } catch (RedisException | ExecutionException | TimeoutException e) {
            log.warn("Redis is away: {}", e.toString());
        } catch (InterruptedException e) {
            // Only stop() interrupts, and the loop asks whether it did.
            log.debug("interrupted", e);
        } catch (RuntimeException e) {
            log.error("the mailbox could not be followed; trying again", e);
        } finally {
            // Before any pause, so that arrivals do not wait for a connection that is gone.
            following = false;
            places.moveOut();
        }
    }

    /** Ends with an exception when Redis goes, and without one when the gateway stops. */
    private void stay(RedisLink link, BackOff backOff)
            throws InterruptedException, ExecutionException, TimeoutException {
        var reason = LossReason.RECONNECTED;
        while (isRunning()) {
            takePlace(link);
            lostPlaces.tell(reason);
            following = true;
            hasFollowed = true;
            backOff.reset();
            reason = follow(link);
            if (reason == LossReason.ROUTES_INCOMPLETE) {
                pause(backOff.next());
            }
        }
        leave(link);
    }

    /** First the mailbox, then the routes that lead to it. */
    private void takePlace(RedisLink link) throws InterruptedException, ExecutionException, TimeoutException {
        var present = mailbox;
        if (present == null || !present.refresh(link.reading(), settings.lease())) {
            if (present != null) {
                present.remove(link.reading());
            }
            present = Mailbox.create(link.reading(), settings.lease());
            mailbox = present;
            log.atInfo().addKeyValue(LogKeys.GATEWAY_ID, present.gatewayId()).log("mailbox made");
        }
        places.moveTo(new RouteTable.Place(present.gatewayId(), link.routing()))
                .get(settings.lease().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @return why it ended */
    private LossReason follow(RedisLink link) {
        var current = Objects.requireNonNull(mailbox, "takePlace() comes before");
        var refreshAt = System.nanoTime() + settings.refresh().toNanos();
        while (isRunning()) {
            var entries = current.read(link.reading(), settings.reading());
            fanout.deliver(entries).forEach(lostPlaces::tell);
            var full = entries.size() >= settings.reading().entries();
            var due = System.nanoTime() - refreshAt >= 0;
            if (due) {
                refreshAt = System.nanoTime() + settings.refresh().toNanos();
            }
            if (due && !current.refresh(link.reading(), settings.lease())) {
                return LossReason.LEASE_LOST;
            }
            if ((due || full) && current.takeMissed(link.reading()) > 0) {
                lostPlaces.tell(LossReason.ENTRIES_MISSED);
            }
            if (places.areIncomplete()) {
                return LossReason.ROUTES_INCOMPLETE;
            }
            if (!link.isOpen()) {
                throw new RedisException("the connection for routes is gone");
            }
        }
        return LossReason.RECONNECTED;
    }

    private void leave(RedisLink link) {
        var present = mailbox;
        if (present != null) {
            present.remove(link.reading());
        }
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            // Only stop() interrupts, and the loop asks whether it did.
            log.debug("interrupted", e);
        }
    }

    @Override
    public void stop() {
        var reader = thread;
        thread = null;
        if (reader == null) {
            return;
        }
        try {
            // A read in progress ends within its time to block, and is let end: what it brings is delivered.
            var patience = settings.reading().block().plus(settings.redis().answer());
            if (!reader.join(patience)) {
                reader.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the socket's port opens, and after it has closed: sessions take their routes along. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
