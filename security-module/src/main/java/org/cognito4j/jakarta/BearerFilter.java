package org.cognito4j.jakarta;

import jakarta.servlet.Filter;
import java.util.List;
import java.util.Optional;
import org.cognito4j.jakarta.filter.CognitoFilter;
import org.jspecify.annotations.Nullable;

/** A servlet filter of this module, which lets a request pass only with an acceptable token: {@link CognitoFilter}. */
public interface BearerFilter extends Filter {

    /** Returns whether a class of an application is such a filter. */
    static boolean isOne(@Nullable String className, @Nullable ClassLoader application) {
        return className != null
                && load(className, application).filter(BearerFilter::isOne).isPresent();
    }

    /** Returns whether a class is such a filter. */
    static boolean isOne(Class<?> type) {
        return BearerFilter.class.isAssignableFrom(type);
    }

    /** Returns whether a class extends the module's own filter. */
    static boolean isExtendedBy(Class<?> type) {
        return isOne(type) && !List.of(type.getInterfaces()).contains(BearerFilter.class);
    }

    private static Optional<Class<?>> load(String className, @Nullable ClassLoader application) {
        try {
            return Optional.of(Class.forName(className, false, application));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty(); // hidden in the server
        }
    }
}
