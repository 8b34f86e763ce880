package org.cognito4j.net;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the OpenTelemetry of an application: the bean that the application or its server has, or else the global one if one is set.
 * Never sets the global one, since it can be set only once. Thread-safe.
 */
public final class OpenTelemetryLookup {

    private static final boolean HAS_API = isThere("io.opentelemetry.api.trace.Span");
    private static final boolean HAS_CDI = isThere("jakarta.enterprise.inject.spi.CDI");

    private volatile @Nullable Object bean;

    /** A lookup for the application whose thread this is; other threads may not see its beans. */
    public OpenTelemetryLookup() {
        findBean();
    }

    /**
     * Returns whether this jar can link the API of OpenTelemetry. Nothing else here may be used if it cannot.
     *
     * @return false if the API is absent
     */
    public static boolean hasApi() {
        return HAS_API;
    }

    /**
     * Finds it.
     *
     * @return empty if there is no bean and no global one is set, or if the API is older than 1.57, which does not tell
     */
    public Optional<OpenTelemetry> find() {
        if (bean == null) {
            findBean();
        }
        Object found = bean;
        return found == null ? global() : Optional.of((OpenTelemetry) found);
    }

    private void findBean() {
        if (HAS_API && HAS_CDI) {
            Quietly.run(() -> bean = InCdi.find());
        }
    }

    private static Optional<OpenTelemetry> global() {
        try {
            return GlobalOpenTelemetry.isSet() ? Optional.of(GlobalOpenTelemetry.get()) : Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static boolean isThere(String className) {
        try {
            Class.forName(className, false, OpenTelemetryLookup.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }

    private static final class InCdi {

        /** Throws where the application has no container, or one that is not that far yet. */
        static @Nullable Object find() {
            Instance<OpenTelemetry> beans = CDI.current().select(OpenTelemetry.class);
            return beans.isResolvable() ? beans.get() : null;
        }
    }
}
