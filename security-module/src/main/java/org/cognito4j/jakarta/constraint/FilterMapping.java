package org.cognito4j.jakarta.constraint;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebFilter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where one filter runs, as a descriptor or {@code @WebFilter} has it.
 *
 * @param filter the filter's name
 * @param patterns the URL patterns
 * @param servlets the names of servlets
 * @param dispatchers the names of the dispatcher types; without one the container takes {@code REQUEST}
 */
public record FilterMapping(String filter, List<String> patterns, List<String> servlets, List<String> dispatchers) {

    public FilterMapping {
        patterns = List.copyOf(patterns);
        servlets = List.copyOf(servlets);
        dispatchers = dispatchers.isEmpty() ? List.of(DispatcherType.REQUEST.name()) : List.copyOf(dispatchers);
    }

    /** Returns the mapping that an annotation declares. */
    public static FilterMapping of(WebFilter annotation, String filter) {
        return new FilterMapping(
                filter,
                Stream.of(annotation.value(), annotation.urlPatterns())
                        .flatMap(Arrays::stream)
                        .toList(),
                List.of(annotation.servletNames()),
                Arrays.stream(annotation.dispatcherTypes())
                        .map(DispatcherType::name)
                        .toList());
    }

    /** Returns whether the filter runs for a dispatcher type. */
    public boolean includes(DispatcherType type) {
        return dispatchers.contains(type.name());
    }
}
