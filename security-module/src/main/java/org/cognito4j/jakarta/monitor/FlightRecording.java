package org.cognito4j.jakarta.monitor;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.cognito4j.AccessToken;
import org.cognito4j.Denial;
import org.cognito4j.UserPool;
import org.cognito4j.jakarta.decision.DecidedRequest;
import org.cognito4j.jakarta.decision.SecurityDecision;
import org.cognito4j.jakarta.decision.SecurityObserver;
import org.cognito4j.jakarta.decision.TokenHolder;

/**
 * Writes events for the JDK's flight recorder while somebody records them. They hold what records have, and no token. As long as
 * nobody ever did in this JVM, no event is made: the first would set the recorder up, in the time of the first request.
 */
final class FlightRecording implements SecurityObserver {

    private static final int LONGEST_TEXT = 256;
    private static final String REFRESHED = "refreshed";
    private static final String CHANGED = "changed";

    @Override
    public boolean hearsAccepted() {
        return isRecorded();
    }

    @Override
    public boolean hearsRefused() {
        return isRecorded();
    }

    private static boolean isRecorded() {
        return FlightRecorder.isInitialized() && new DecisionEvent().isEnabled();
    }

    @Override
    public void accepted(AccessToken token, SecurityDecision decision) {
        refused(decision);
    }

    @Override
    public void refused(SecurityDecision decision) {
        DecisionEvent event = new DecisionEvent();
        event.set(decision);
        event.set(decision.request());
        event.set(decision.caller());
        event.commit();
    }

    @Override
    public void refreshed(UserPool userPool, int keys, Duration took) {
        fetched(userPool, REFRESHED, keys, took);
    }

    @Override
    public void failed(UserPool userPool, String cause, Duration took) {
        fetched(userPool, cause, 0, took);
    }

    private static void fetched(UserPool userPool, String outcome, int keys, Duration took) {
        if (!FlightRecorder.isInitialized()) {
            return;
        }
        KeyFetchEvent event = new KeyFetchEvent();
        event.userPool = userPool.id();
        event.outcome = outcome;
        event.keys = keys;
        event.took = took.toNanos();
        event.commit();
    }

    @Override
    public void policyChanged(long version, String origin) {
        judged(origin, CHANGED, version);
    }

    @Override
    public void policyFailing(String origin, String problem) {
        judged(origin, problem, 0);
    }

    private static void judged(String origin, String outcome, long version) {
        if (!FlightRecorder.isInitialized()) {
            return;
        }
        PolicyEvent event = new PolicyEvent();
        event.origin = origin;
        event.outcome = outcome;
        event.version = version;
        event.commit();
    }

    /** A request whose token was judged, or that was refused without. */
    @Name("org.cognito4j.Decision")
    @Label("Cognito Decision")
    @Category("Cognito")
    @StackTrace(false)
    static final class DecisionEvent extends Event {

        @Label("Code")
        @Description("accepted, or why the request was refused")
        String code = "";

        @Label("Took")
        @Timespan(Timespan.NANOSECONDS)
        long took;

        @Label("Remembered")
        @Description("whether no signature had to be checked")
        boolean remembered;

        @Label("Application")
        String application = "";

        @Label("Form")
        @Description("which part of the module or of the server decided")
        String form = "";

        @Label("Method")
        String method = "";

        @Label("Route")
        String route = "";

        @Label("Path")
        @Description("only where cognito.log-paths is set")
        String path = "";

        @Label("Client Address")
        String clientAddress = "";

        @Label("Trace Id")
        String traceId = "";

        @Label("Client")
        @Description("the app client, or unverified")
        String client = "";

        @Label("Client Name")
        String clientName = "";

        @Label("Caller")
        String caller = "";

        @Label("Token Id")
        String tokenId = "";

        @Label("User Pool")
        String userPool = "";

        @Label("Required")
        @Description("scopes or roles that were asked for")
        String required = "";

        @Label("Missing Scopes")
        String missing = "";

        @Label("Scopes")
        @Description("of the token")
        String scopes = "";

        @Label("Denial")
        @Description("the code of a check of the application that denied the token")
        String denial = "";

        @Label("Denial Detail")
        String denialDetail = "";

        void set(SecurityDecision decision) {
            code = decision.code();
            took = decision.took().toNanos();
            remembered = decision.isRemembered();
            Set<String> asked = new LinkedHashSet<>(decision.requirement().scopes());
            asked.addAll(decision.requirement().roles());
            required = bounded(asked);
            missing = bounded(decision.requirement().missing());
            denial = decision.denial().map(Denial::code).orElse("");
            denialDetail = decision.denial().map(Denial::detail).orElse("");
        }

        void set(DecidedRequest request) {
            application = request.application();
            form = request.form().code();
            method = request.method();
            route = request.route();
            path = request.path();
            clientAddress = request.clientAddress();
            traceId = request.requestId();
        }

        void set(TokenHolder holder) {
            client = bounded(holder.clientId());
            clientName = bounded(holder.clientName());
            caller = bounded(holder.name());
            tokenId = bounded(holder.tokenId());
            userPool = holder.userPool();
            scopes = bounded(holder.scopes());
        }

        private static String bounded(Set<String> texts) {
            return bounded(String.join(" ", texts));
        }

        /** A recording has room for all events. */
        private static String bounded(String text) {
            return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        }
    }

    /** A fetch of a pool's keys. */
    @Name("org.cognito4j.KeyFetch")
    @Label("Cognito Key Fetch")
    @Category("Cognito")
    @StackTrace(false)
    static final class KeyFetchEvent extends Event {

        @Label("User Pool")
        String userPool = "";

        @Label("Outcome")
        @Description("refreshed, or why no keys came")
        String outcome = "";

        @Label("Keys")
        int keys;

        @Label("Took")
        @Timespan(Timespan.NANOSECONDS)
        long took;
    }

    /** A policy that was read. */
    @Name("org.cognito4j.Policy")
    @Label("Cognito Policy")
    @Category("Cognito")
    @StackTrace(false)
    static final class PolicyEvent extends Event {

        @Label("Origin")
        String origin = "";

        @Label("Outcome")
        @Description("changed, or why the last good policy stays")
        String outcome = "";

        @Label("Version")
        @Description("of the policy that is in force; 0 if it has not changed")
        long version;
    }
}
