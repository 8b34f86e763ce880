package org.cognito4j.jakarta.monitor;

import jakarta.servlet.ServletContext;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.cognito4j.AccessToken;
import org.cognito4j.KeyListener;
import org.cognito4j.TokenVerifier;
import org.cognito4j.config.AuditLogMode;
import org.cognito4j.config.PolicyListener;
import org.cognito4j.config.ServiceSettings;
import org.cognito4j.jakarta.decision.AuditLog;
import org.cognito4j.jakarta.decision.RefusalLog;
import org.cognito4j.jakarta.decision.RequestReader;
import org.cognito4j.jakarta.decision.SecurityObserver;
import org.cognito4j.jakarta.platform.ClassPresence;
import org.cognito4j.jakarta.usage.ApplicationUsage;
import org.cognito4j.net.OpenTelemetryLookup;

/**
 * All that monitors one service: its counters, the logs, the flight recorder and the observers of the application, and the figures that
 * JMX, Micrometer and OpenTelemetry show. Thread-safe.
 */
public final class Monitoring implements AutoCloseable {

    private final Counters counters = new Counters();
    private final ClientCounts clients;
    private final RefusalLog refusals;
    private final Optional<AuditLog> audit;
    private final Optional<OpenTelemetryObserver> telemetry = telemetry();
    private final Optional<Path> usageFile;
    private final SecurityObserver observers;
    private final Decisions decisions;
    private volatile Optional<MBeanRegistration> figures = Optional.empty();
    private volatile Runnable meterRemoval = () -> {};
    private volatile Runnable departure = () -> {};
    private volatile Optional<ApplicationUsage> usage = Optional.empty();

    /**
     * Prepares the counters and observers.
     *
     * @param observers those of the application
     */
    public Monitoring(ServiceSettings settings, List<SecurityObserver> observers) {
        this(settings, observers, InstantSource.system(), System::nanoTime);
    }

    /**
     * Prepares the counters and observers.
     *
     * @param clock the time of records and figures
     * @param ticker the monotonic clock in nanoseconds by which lines are limited
     */
    public Monitoring(
            ServiceSettings settings, List<SecurityObserver> observers, InstantSource clock, LongSupplier ticker) {
        this.clients = new ClientCounts(clock::millis);
        this.refusals = new RefusalLog(ticker);
        this.usageFile = settings.usageFile();
        AuditLogMode mode = settings.auditLog();
        this.audit = mode == AuditLogMode.OFF
                ? Optional.empty()
                : Optional.of(new AuditLog(mode == AuditLogMode.ALL, ticker));
        List<SecurityObserver> all = new ArrayList<>(observers);
        audit.ifPresent(all::add);
        telemetry.ifPresent(all::add);
        all.add(counters);
        all.addAll(recorders());
        this.observers = new SecurityObservers(all);
        RequestReader reader = new RequestReader(
                settings.logsPaths(), settings.clientAddressHeader().orElse(null));
        this.decisions = new Decisions(counters, clients, refusals, this.observers, spans(), reader, clock);
    }

    private Consumer<AccessToken> spans() {
        return telemetry.<Consumer<AccessToken>>map(one -> one::accepted).orElse(token -> {});
    }

    /** Returns what takes note of refusals where no service was started: in the log, the flight recorder and traces, without figures. */
    public static Decisions decisionsWithoutService() {
        List<SecurityObserver> all = new ArrayList<>(recorders());
        telemetry().ifPresent(all::add);
        return new Decisions(
                new Counters(),
                new ClientCounts(System::currentTimeMillis),
                new RefusalLog(System::nanoTime),
                new SecurityObservers(all),
                token -> {},
                new RequestReader(false, null),
                InstantSource.system());
    }

    private static Optional<OpenTelemetryObserver> telemetry() {
        return OpenTelemetryLookup.hasApi() ? Optional.of(new OpenTelemetryObserver()) : Optional.empty();
    }

    private static List<SecurityObserver> recorders() {
        return ClassPresence.of("jdk.jfr.Event") ? List.of(new FlightRecording()) : List.of();
    }

    /** Returns what takes note of each decision. */
    public Decisions decisions() {
        return decisions;
    }

    /** Returns what counts fetches of keys and passes them on to the observers; what one of them throws has no effect. */
    public KeyListener keyListener() {
        return observers;
    }

    /** Takes the app clients that have figures of their own from a verifier. */
    public void watch(TokenVerifier verifier) {
        clients.configure(verifier::settings);
    }

    /**
     * Shows figures over JMX and as meters, until {@link #close}.
     *
     * @param filter the name of the filter that has the service to itself; empty for the application's own
     * @param policyProblem why its changing policy has no effect, or an empty text
     */
    public void publishIn(
            ServletContext application, String filter, TokenVerifier verifier, Supplier<String> policyProblem) {
        String path = application.getContextPath();
        joinIn(application, verifier);
        usage = usageFile.map(file -> ApplicationUsage.join(application, file));
        usage.ifPresent(counting -> clients.passOnTo(counting.table()));
        figures = MBeanRegistration.of(
                path,
                filter,
                new SecurityMetrics(
                        counters,
                        clients,
                        verifier,
                        policyProblem,
                        ManualDenials.of(application),
                        () -> usage.map(counting -> counting.table().figures()).orElse(Map.of()),
                        () -> OpenResourceLines.of(application)));
        MeteredService service = new MeteredService(
                path.isEmpty() ? "/" : path,
                filter,
                figures.map(MBeanRegistration::instance).orElse(1),
                counters,
                clients,
                verifier,
                policyProblem);
        meterRemoval = MeterRegistration.register(service);
        telemetry.ifPresent(one -> one.show(new OpenTelemetryMeters(new OpenTelemetryLookup(), service)));
    }

    /** Returns what passes changes of a verifier's policy on to the observers. */
    public PolicyListener policyListener(TokenVerifier verifier) {
        return new PolicyEvents(verifier, observers);
    }

    /** Makes what is denied by hand in an application hold for a verifier, until {@link #close}. */
    private void joinIn(ServletContext application, TokenVerifier verifier) {
        ManualDenials denials = ManualDenials.of(application);
        denials.add(verifier, observers);
        departure = () -> denials.remove(verifier);
    }

    @Override
    public void close() {
        figures.ifPresent(MBeanRegistration::close);
        meterRemoval.run();
        telemetry.ifPresent(OpenTelemetryObserver::close);
        departure.run();
        usage.ifPresent(ApplicationUsage::close);
        refusals.close();
        audit.ifPresent(AuditLog::close);
    }
}
