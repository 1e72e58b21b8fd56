package dev.parley.access.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a call that succeeds is answered with; {@code meta} carries the cursors of lists. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Answer<T>(String status, T data, @Nullable Map<String, Object> meta) {

    public static <T> Answer<T> of(T data) {
        return new Answer<>("success", data, null);
    }

    public static <T> Answer<T> of(T data, Map<String, Object> meta) {
        return new Answer<>("success", data, meta);
    }
}
