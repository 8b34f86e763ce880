package org.cognito4j.jakarta.monitor;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cognito4j.AccessToken;
import org.cognito4j.UserPool;
import org.cognito4j.jakarta.decision.RefusalCode;
import org.cognito4j.jakarta.decision.SecurityDecision;
import org.cognito4j.jakarta.decision.SecurityObserver;
import org.cognito4j.jakarta.decision.TokenHolder;
import org.cognito4j.net.QuietLog;
import org.jspecify.annotations.Nullable;

/**
 * Shows one service by OpenTelemetry: the caller and the decision on the current span, if it is recorded, and its figures as instruments.
 * An accepted caller costs no record. Used only where the API is there. Thread-safe.
 */
final class OpenTelemetryObserver implements SecurityObserver, AutoCloseable {

    private static final AttributeKey<String> REASON = AttributeKey.stringKey("event.reason");
    private static final AttributeKey<String> CALLER = AttributeKey.stringKey("enduser.id");
    private static final AttributeKey<String> CLIENT_ID = AttributeKey.stringKey("cognito4j.client.id");
    private static final AttributeKey<String> CLIENT_NAME = AttributeKey.stringKey("cognito4j.client.name");
    private static final AttributeKey<List<String>> MISSING = AttributeKey.stringArrayKey("cognito4j.missing.scopes");

    private static final Logger LOG = QuietLog.of("org.cognito4j");

    private final AtomicBoolean hasFailed = new AtomicBoolean();
    private volatile @Nullable OpenTelemetryMeters meters;

    /** Whether the OpenTelemetry of the application was not there at the start: it is looked for once more, at the first decision. */
    private volatile boolean isLate;

    /** Registers the figures of the service now, or at the first decision. */
    void show(OpenTelemetryMeters figures) {
        meters = figures;
        safely(() -> isLate = !figures.register());
    }

    private void lookAgain() {
        OpenTelemetryMeters figures = meters;
        if (isLate && figures != null) {
            isLate = false;
            safely(figures::register);
        }
    }

    /** {@link #accepted(AccessToken)} takes no record. */
    @Override
    public boolean hearsAccepted() {
        return false;
    }

    @Override
    public boolean hearsRefused() {
        lookAgain();
        return Span.current().isRecording();
    }

    @Override
    public void accepted(AccessToken token, SecurityDecision decision) {}

    /** Names an accepted caller. What the SDK throws has no effect. */
    void accepted(AccessToken token) {
        try {
            lookAgain();
            Span span = Span.current();
            if (span.isRecording()) {
                name(token, span);
            }
        } catch (Throwable failure) { // an Error as well: a decision does not depend on who hears of it
            failed(failure);
        }
    }

    private static void name(AccessToken token, Span span) {
        String client = token.clientId();
        String name = token.clientName().orElse(null);
        span.setAttribute(REASON, SecurityDecision.ACCEPTED);
        span.setAttribute(CLIENT_ID, client);
        span.setAttribute(CALLER, token.username().orElse(client));
        if (name != null) {
            span.setAttribute(CLIENT_NAME, name);
        }
    }

    @Override
    public void refused(SecurityDecision decision) {
        Span span = Span.current();
        TokenHolder caller = decision.caller();
        span.setAttribute(REASON, decision.code());
        set(span, CLIENT_ID, caller.clientId());
        set(span, CLIENT_NAME, caller.clientName());
        set(span, CALLER, caller.name());
        if (!decision.requirement().missing().isEmpty()) {
            span.setAttribute(MISSING, List.copyOf(decision.requirement().missing()));
        }
        if (decision.code().equals(RefusalCode.MODULE_FAILED)) {
            span.setStatus(StatusCode.ERROR, RefusalCode.MODULE_FAILED);
        }
    }

    private static void set(Span span, AttributeKey<String> name, String value) {
        if (!value.isEmpty()) {
            span.setAttribute(name, value);
        }
    }

    @Override
    public void refreshed(UserPool userPool, int keys, Duration took) {}

    @Override
    public void failed(UserPool userPool, String cause, Duration took) {}

    private void safely(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | LinkageError failure) {
            failed(failure);
        }
    }

    private void failed(Throwable failure) {
        if (hasFailed.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    "OpenTelemetry failed with {0}",
                    failure.getClass().getName());
        }
    }

    @Override
    public void close() {
        OpenTelemetryMeters figures = meters;
        if (figures != null) {
            safely(figures::close);
        }
    }
}
