package dev.parley.gateway.presence;

import dev.parley.gateway.redis.Channels;
import dev.parley.gateway.redis.RedisLine;
import dev.parley.gateway.session.ChatSession;
import dev.parley.gateway.session.Sessions;
import dev.parley.gateway.upstream.Upstream;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PresenceWiring {

    @Bean
    Lookout lookout(RedisLine redis, PresenceSettings settings) {
        return new Lookout(redis, settings);
    }

    @Bean
    Announcer announcer(RedisLine redis, Lookout lookout, Clock clock) {
        return new Announcer(redis, lookout, clock);
    }

    @Bean
    Board<ChatSession> presenceBoard(PresenceSettings settings) {
        return new Board<>(settings.bounds().watchedUsers(), settings.misses());
    }

    @Bean
    News presenceNews(Channels channels, Board<ChatSession> presenceBoard) {
        return new News(channels, presenceBoard);
    }

    @Bean
    Looks looks(Board<ChatSession> presenceBoard, Lookout lookout, Clock clock) {
        return new Looks(presenceBoard, lookout, clock);
    }

    @Bean
    Rounds presenceRounds(
            Board<ChatSession> presenceBoard,
            Looks looks,
            News news,
            Upstream upstream,
            Sessions sessions,
            PresenceSettings settings) {
        var reporter = new Reporter(presenceBoard, upstream, settings.sharedFor());
        return new Rounds(presenceBoard, looks, reporter, news, sessions, settings);
    }

    @Bean
    Watchers watchers(Board<ChatSession> presenceBoard, Upstream upstream, Looks looks, News news, Rounds rounds) {
        return new Watchers(presenceBoard, upstream, looks, users -> news.follow(users, rounds));
    }
}
