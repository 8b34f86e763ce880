package org.cognito4j.jakarta.monitor;

import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.cognito4j.Denials;
import org.cognito4j.TokenVerifier;
import org.cognito4j.UserPool;
import org.cognito4j.VerifierSettings;
import org.cognito4j.jakarta.decision.SecurityObserver;
import org.cognito4j.net.QuietLog;
import org.cognito4j.net.VisibleText;

/**
 * The denials that operators set over JMX, for all verifiers of one application: its own, and those of filters with settings of their own. Kept in
 * memory, until the application ends. Thread-safe.
 */
final class ManualDenials {

    private static final Logger LOG = QuietLog.of("org.cognito4j");
    private static final String ATTRIBUTE = ManualDenials.class.getName();
    private static final String ORIGIN = "by hand";
    private static final String ALL = "*";
    private static final String NOW = "now";
    private static final String UNTIL_RESTART =
            " This is kept until the application restarts; put it into the policy to keep it longer.";

    private final InstantSource clock;
    private final Map<TokenVerifier, SecurityObserver> verifiers = new LinkedHashMap<>(); // guarded by this
    private Denials denials = Denials.NONE; // guarded by this

    ManualDenials(InstantSource clock) {
        this.clock = clock;
    }

    /** Returns those of an application. */
    static ManualDenials of(ServletContext application) {
        synchronized (ManualDenials.class) {
            if (application.getAttribute(ATTRIBUTE) instanceof ManualDenials present) {
                return present;
            }
            ManualDenials denials = new ManualDenials(InstantSource.system());
            application.setAttribute(ATTRIBUTE, denials);
            return denials;
        }
    }

    /**
     * Applies them to one more verifier, at once and from now on.
     *
     * @param observer hears of each change
     */
    synchronized void add(TokenVerifier verifier, SecurityObserver observer) {
        verifiers.put(verifier, observer);
        verifier.replaceDenials(denials);
    }

    /** Forgets a verifier that ends. */
    synchronized void remove(TokenVerifier verifier) {
        verifiers.remove(verifier);
    }

    synchronized List<String> lines() {
        return denials.at(clock.instant()).lines();
    }

    String denyClient(String clientId) {
        requireAccepted(clientId);
        return change("All tokens of client " + clientId + " are refused", before -> before.withClient(clientId));
    }

    String allowClient(String clientId) {
        return lift("client " + clientId, before -> before.withoutClient(clientId));
    }

    String denyTokensIssuedBefore(String target, String text) {
        Instant instant = instant(text);
        if (instant.isAfter(clock.instant().plus(VerifierSettings.MAX_CLOCK_SKEW))) {
            throw new IllegalArgumentException(instant
                    + " is in the future, so that new tokens would be refused, too. Name an instant that has passed");
        }
        List<UserPool> pools = pools(target);
        if (pools.isEmpty()) {
            requireAccepted(target);
            return change(
                    "Tokens of client " + target + " issued before " + instant + " are refused",
                    before -> before.withTokensIssuedBefore(target, instant));
        }
        return change(
                "Tokens of " + names(pools) + " issued before " + instant + " are refused",
                before -> each(pools, before, (denied, pool) -> denied.withTokensIssuedBefore(pool, instant)));
    }

    String allowTokensIssuedBefore(String target) {
        List<UserPool> pools = pools(target);
        return pools.isEmpty()
                ? lift(
                        "tokens of client " + target + " by their age",
                        before -> before.withoutTokensIssuedBefore(target))
                : lift(
                        "tokens of " + names(pools) + " by their age",
                        before -> each(pools, before, Denials::withoutTokensIssuedBefore));
    }

    String denyToken(String tokenId, String text) {
        Instant until = text.isBlank() ? clock.instant().plus(longestLife()) : instant(text);
        if (!until.isAfter(clock.instant())) {
            throw new IllegalArgumentException(
                    until + " has passed. Name the instant at which the token has expired, or leave it empty");
        }
        return change(
                "Token " + VisibleText.of(tokenId) + " is refused until " + until,
                before -> before.withToken(tokenId, until));
    }

    String allowToken(String tokenId) {
        return lift("token " + tokenId, before -> before.withoutToken(tokenId));
    }

    private String change(String sentence, UnaryOperator<Denials> step) {
        if (!apply(step)) {
            return "Nothing has changed: that, or more, was denied by hand already.";
        }
        String text = sentence + " from now on." + UNTIL_RESTART;
        LOG.log(Level.WARNING, "Denied by hand, over JMX: {0}", text);
        return text;
    }

    private String lift(String subject, UnaryOperator<Denials> step) {
        String shown = VisibleText.of(subject);
        if (!apply(step)) {
            throw new IllegalArgumentException("No denial by hand of " + shown + ". There are: " + lines()
                    + ". What the policy denies is changed there");
        }
        String text = "The denial by hand of " + shown + " is lifted. What the policy denies stays denied.";
        LOG.log(Level.WARNING, "Allowed by hand, over JMX: {0}", text);
        return text;
    }

    /** Returns whether that changed anything. Observers are told without the lock, as they may take their time. */
    private boolean apply(UnaryOperator<Denials> step) {
        Map<TokenVerifier, SecurityObserver> told;
        synchronized (this) {
            Denials before = denials.at(clock.instant());
            Denials after = step.apply(before);
            if (after.equals(before)) {
                return false;
            }
            denials = after;
            verifiers.keySet().forEach(verifier -> verifier.replaceDenials(after));
            told = new LinkedHashMap<>(verifiers);
        }
        told.forEach((verifier, observer) -> observer.policyChanged(verifier.policyVersion(), ORIGIN));
        return true;
    }

    private static Denials each(List<UserPool> pools, Denials before, BiFunction<Denials, UserPool, Denials> step) {
        Denials after = before;
        for (UserPool pool : pools) {
            after = step.apply(after, pool);
        }
        return after;
    }

    /** All pools, the one with an id, or none if that may be an app client. */
    private List<UserPool> pools(String target) {
        return settings().stream()
                .map(VerifierSettings::userPool)
                .filter(pool -> target.equals(ALL) || target.equals(pool.id()))
                .distinct()
                .toList();
    }

    private static String names(List<UserPool> pools) {
        return (pools.size() == 1 ? "pool " : "pools ")
                + String.join(", ", pools.stream().map(UserPool::id).sorted().toList());
    }

    private void requireAccepted(String clientId) {
        if (settings().stream().noneMatch(pool -> pool.acceptsClient(clientId))) {
            throw new IllegalArgumentException(VisibleText.of(clientId)
                    + " is no app client that this application accepts. It accepts "
                    + String.join(", ", namesOf(VerifierSettings::clientIds)) + " of "
                    + String.join(", ", namesOf(pool -> List.of(pool.userPool().id()))));
        }
    }

    private TreeSet<String> namesOf(Function<VerifierSettings, Collection<String>> names) {
        TreeSet<String> all = new TreeSet<>();
        settings().forEach(pool -> all.addAll(names.apply(pool)));
        return all;
    }

    private Duration longestLife() {
        return settings().stream()
                .map(pool -> pool.maxTokenLifetime().plus(pool.clockSkew().multipliedBy(2)))
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    private synchronized List<VerifierSettings> settings() {
        List<VerifierSettings> settings = new ArrayList<>();
        verifiers.keySet().forEach(verifier -> settings.addAll(verifier.settings()));
        return settings;
    }

    private Instant instant(String text) {
        try {
            return text.trim().equals(NOW) ? clock.instant() : Instant.parse(text.trim());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    VisibleText.of(text) + " is no instant. Write it like 2026-12-01T09:30:00Z, in UTC, or now");
        }
    }
}
