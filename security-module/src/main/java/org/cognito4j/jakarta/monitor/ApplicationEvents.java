package org.cognito4j.jakarta.monitor;

import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import org.cognito4j.jakarta.decision.SecurityObserver;
import org.cognito4j.jakarta.platform.ClassPresence;

/** The observers of the application that is starting in this thread, found where no bean of the module has them at hand. */
public final class ApplicationEvents {

    private ApplicationEvents() {}

    /** Returns what fires CDI events; nothing without CDI. */
    public static List<SecurityObserver> observers() {
        return ClassPresence.of("jakarta.enterprise.inject.spi.CDI") ? InCdi.observers() : List.of();
    }

    private static final class InCdi {

        static List<SecurityObserver> observers() {
            try {
                return List.of(new CdiEvents(CDI.current().getBeanManager()));
            } catch (RuntimeException | LinkageError e) {
                return List.of(); // this application has no container
            }
        }
    }
}
