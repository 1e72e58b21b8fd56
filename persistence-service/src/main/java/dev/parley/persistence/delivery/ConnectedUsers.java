package dev.parley.persistence.delivery;

import dev.parley.contracts.GatewayId;
import dev.parley.contracts.RedisKeys;
import dev.parley.contracts.UserId;
import dev.parley.persistence.delivery.RedisConnections.Pipeline;
import io.lettuce.core.RedisException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Who has a session on a gateway that lives: a route counts only while the gateway's mailbox is there. */
@Component
public class ConnectedUsers implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ConnectedUsers.class);

    private final RedisConnections connections;
    private final DeliverySettings settings;
    private @Nullable Pipeline pipeline;

    ConnectedUsers(RedisConnections connections, DeliverySettings settings) {
        this.connections = connections;
        this.settings = settings;
    }

    /** Two round trips, however many users; empty where Redis does not answer in time, so that nobody can tell. */
    public synchronized Optional<Set<UserId>> among(Collection<UserId> users) {
        if (users.isEmpty()) {
            return Optional.of(Set.of());
        }
        try {
            var redis = pipeline();
            var routes = routes(redis, users);
            var living = living(redis, routes);
            var connected = new HashSet<UserId>();
            routes.forEach((user, gateways) -> {
                if (gateways.stream().anyMatch(living::contains)) {
                    connected.add(user);
                }
            });
            return Optional.of(connected);
        } catch (RedisException | ExecutionException | TimeoutException e) {
            log.debug("Redis can't tell who is connected: {}", e.toString());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public synchronized void destroy() {
        if (pipeline != null) {
            pipeline.close();
        }
    }

    private Map<UserId, Set<String>> routes(Pipeline redis, Collection<UserId> users)
            throws ExecutionException, InterruptedException, TimeoutException {
        var answers = new LinkedHashMap<UserId, CompletableFuture<Set<byte[]>>>();
        for (var user : users) {
            answers.put(user, redis.commands().smembers(RedisKeys.route(user)).toCompletableFuture());
        }
        await(redis, answers.values());
        var routes = new HashMap<UserId, Set<String>>();
        answers.forEach((user, answer) -> {
            var gateways = new HashSet<String>();
            answer.join().forEach(name -> gateways.add(new String(name, StandardCharsets.UTF_8)));
            routes.put(user, gateways);
        });
        return routes;
    }

    private Set<String> living(Pipeline redis, Map<UserId, Set<String>> routes)
            throws ExecutionException, InterruptedException, TimeoutException {
        var answers = new LinkedHashMap<String, CompletableFuture<Long>>();
        for (var gateways : routes.values()) {
            for (var gateway : gateways) {
                answers.computeIfAbsent(gateway, name -> redis.commands()
                        .exists(RedisKeys.mailbox(new GatewayId(name)))
                        .toCompletableFuture());
            }
        }
        await(redis, answers.values());
        var living = new HashSet<String>();
        answers.forEach((gateway, answer) -> {
            if (answer.join() > 0) {
                living.add(gateway);
            }
        });
        return living;
    }

    private void await(Pipeline redis, Collection<? extends CompletableFuture<?>> answers)
            throws ExecutionException, InterruptedException, TimeoutException {
        redis.flush();
        CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new))
                .get(settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
    }

    private Pipeline pipeline() {
        if (pipeline == null) {
            pipeline = connections.open();
        }
        return pipeline;
    }
}
