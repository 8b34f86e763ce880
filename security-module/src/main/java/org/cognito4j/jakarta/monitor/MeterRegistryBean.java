package org.cognito4j.jakarta.monitor;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;
import org.cognito4j.jakarta.platform.ClassPresence;

/** The meter registry that an application, or its server, has as a bean. */
final class MeterRegistryBean {

    private MeterRegistryBean() {}

    /** Empty without CDI, and where there is no such bean or not one alone. */
    static Optional<MeterRegistry> find() {
        return ClassPresence.of("jakarta.enterprise.inject.spi.CDI") ? InCdi.find() : Optional.empty();
    }

    private static final class InCdi {

        static Optional<MeterRegistry> find() {
            try {
                Instance<MeterRegistry> registries = CDI.current().select(MeterRegistry.class);
                return registries.isResolvable() ? Optional.of(registries.get()) : Optional.empty();
            } catch (IllegalStateException e) {
                return Optional.empty(); // this application has no container
            }
        }
    }
}
