package org.cognito4j.jakarta.monitor;

import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cognito4j.TokenVerifier;
import org.cognito4j.config.PolicyListener;
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
    private volatile Runnable departure = () -> {};

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
     * @param policyProblem why its changing policy has no effect, or an empty text
     */
    public void publishIn(ServletContext application, TokenVerifier verifier, Supplier<String> policyProblem) {
        String path = application.getContextPath();
        joinIn(application, verifier);
        figures = MBeanRegistration.of(
                path,
                new SecurityMetrics(
                        counters,
                        verifier,
                        policyProblem,
                        ManualDenials.of(application),
                        () -> OpenResourceLines.of(application)));
        meterRemoval = MeterRegistration.register(path, counters, verifier, policyProblem);
    }

    /** Returns what passes changes of a verifier's policy on to the observers. */
    public PolicyListener policyListener(TokenVerifier verifier) {
        return new PolicyEvents(verifier, observer);
    }

    /** Makes what is denied by hand in an application hold for a verifier, until {@link #close}. */
    public void joinIn(ServletContext application, TokenVerifier verifier) {
        ManualDenials denials = ManualDenials.of(application);
        denials.add(verifier, observer);
        departure = () -> denials.remove(verifier);
    }

    @Override
    public void close() {
        figures.ifPresent(MBeanRegistration::close);
        meterRemoval.run();
        departure.run();
    }
}
