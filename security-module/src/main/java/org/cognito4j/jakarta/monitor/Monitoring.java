package org.cognito4j.jakarta.monitor;

import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cognito4j.TokenVerifier;
import org.cognito4j.jakarta.platform.ClassPresence;

/**
 * All that monitors one service: its counters, the flight recorder and the observers of the application, and the figures that
 * JMX and Micrometer show. Thread-safe.
 */
public final class Monitoring implements AutoCloseable {

    private final Counters counters = new Counters();
    private final SecurityObserver observer;
    private volatile Optional<MBeanRegistration> figures = Optional.empty();
    private volatile Runnable meterRemoval = () -> {};

    /**
     * Prepares the counters and observers.
     *
     * @param observers those of the application, which are told of each decision before the counters are
     */
    public Monitoring(List<SecurityObserver> observers) {
        List<SecurityObserver> all = new ArrayList<>(observers);
        all.add(counters);
        if (ClassPresence.of("jdk.jfr.Event")) {
            all.add(new FlightRecording());
        }
        this.observer = new SecurityObservers(all);
    }

    /** Returns the observer that passes each decision on to all others; what one of them throws has no effect. */
    public SecurityObserver observer() {
        return observer;
    }

    /**
     * Shows the figures of an application over JMX and as meters, until {@link #close}.
     *
     * @param policyProblem why its policy file has no effect, or an empty text
     */
    public void publishIn(ServletContext application, TokenVerifier verifier, Supplier<String> policyProblem) {
        String path = application.getContextPath();
        figures = MBeanRegistration.of(
                path, new SecurityMetrics(counters, verifier, policyProblem, () -> OpenResourceLines.of(application)));
        meterRemoval = MeterRegistration.register(path, counters, verifier);
    }

    @Override
    public void close() {
        figures.ifPresent(MBeanRegistration::close);
        meterRemoval.run();
    }
}
