package org.cognito4j.cli;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cognito4j.KeySetProbe;
import org.cognito4j.UserPool;
import org.cognito4j.VerifierSettings;
import org.cognito4j.net.VisibleText;

/** Checks what is set for one pool, by itself and against what the pool publishes. */
final class PoolChecks {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final VerifierSettings settings;
    private final String prefix;
    private final InstantSource clock;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * The checks of a pool.
     *
     * @param prefix what stands before its keys
     */
    PoolChecks(VerifierSettings settings, String prefix, InstantSource clock) {
        this.settings = settings;
        this.prefix = prefix;
        this.clock = clock;
    }

    List<Finding> run() {
        UserPool pool = settings.userPool();
        findings.add(Finding.good("user-pool", pool.id() + ", in " + pool.region()));
        checkClients();
        settings.requiredClaimsSummary()
                .ifPresent(claims -> findings.add(Finding.good("required-claims", VisibleText.of(claims))));
        List<KeySetProbe> probes = KeySetProbe.ofAddresses(settings, clock);
        checkAddresses(probes);
        KeySetProbe.ofPinnedKeys(settings, clock).ifPresent(this::checkPinnedKeys);
        checkClock(probes);
        checkIssuers(probes);
        return findings;
    }

    private void checkClients() {
        if (settings.acceptsAnyClient()) {
            findings.add(Finding.warning(
                    "clients",
                    "tokens of every app client of the pool are accepted",
                    "Name the app clients that may call in " + prefix + "client-ids"));
        } else {
            findings.add(Finding.good("clients", "accepted are those in " + prefix + "client-ids"));
        }
    }

    /** One address that answers is enough; the others are for the day on which it does not. */
    private void checkAddresses(List<KeySetProbe> probes) {
        boolean reachable = probes.stream().anyMatch(probe -> probe.problem().isEmpty());
        for (KeySetProbe probe : probes) {
            if (probe.problem().isPresent()) {
                String text = probe.place() + ": " + probe.problem().get();
                String remedy =
                        "See that this machine reaches it (DNS, proxy, firewall, trust store), and that the pool"
                                + " exists";
                findings.add(
                        reachable ? Finding.warning("key-set", text, remedy) : Finding.fault("key-set", text, remedy));
            } else {
                findings.add(Finding.good("key-set", probe.place() + " answers"));
                checkKeys(probe);
            }
        }
    }

    private void checkKeys(KeySetProbe probe) {
        String text = probe.keyIds().size() + " of " + probe.published() + " keys are usable: "
                + VisibleText.quoted(String.join(", ", new TreeSet<>(probe.keyIds())));
        findings.add(
                probe.keyIds().size() == probe.published()
                        ? Finding.good("keys", text)
                        : Finding.warning(
                                "keys",
                                text,
                                "Cognito publishes RSA keys of 2048 bits for RS256 alone: see whose address that is"));
    }

    private void checkPinnedKeys(KeySetProbe pinned) {
        String setting = prefix + "jwks-file";
        findings.add(pinned.problem()
                .map(problem ->
                        Finding.fault("pinned-keys", setting + ": " + problem, "Save the pool's key set there again"))
                .orElseGet(() -> Finding.good(
                        "pinned-keys",
                        setting + " holds usable keys: " + pinned.keyIds().size())));
    }

    private void checkClock(List<KeySetProbe> probes) {
        Optional<Duration> ahead = probes.stream()
                .map(KeySetProbe::clockAhead)
                .flatMap(Optional::stream)
                .findFirst();
        if (ahead.isEmpty()) {
            findings.add(
                    Finding.warning("clock", "no server told its time", "Compare this machine's clock by other means"));
            return;
        }
        Duration off = ahead.get().abs();
        String text = off.compareTo(A_SECOND) < 0
                ? "this machine's clock is that of the server, to a second"
                : "this machine's clock is " + off.toSeconds() + " s "
                        + (ahead.get().isNegative() ? "behind" : "ahead of") + " the server's; " + prefix
                        + "clock-skew is " + settings.clockSkew();
        String remedy = "Set this machine's clock (NTP)";
        Duration most = settings.clockSkew().plus(A_SECOND);
        if (off.compareTo(most) > 0) {
            findings.add(Finding.fault("clock", text, remedy));
        } else if (off.multipliedBy(2).compareTo(most) > 0 && off.compareTo(A_SECOND) > 0) {
            findings.add(Finding.warning("clock", text, remedy));
        } else {
            findings.add(Finding.good("clock", text));
        }
    }

    private void checkIssuers(List<KeySetProbe> probes) {
        List<String> ownNames = probes.stream()
                .map(KeySetProbe::issuer)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        for (String name : ownNames) {
            findings.add(
                    settings.issuers().contains(name)
                            ? Finding.good(
                                    "issuers",
                                    "the pool calls itself " + VisibleText.quoted(name) + ", which is accepted")
                            : Finding.fault(
                                    "issuers",
                                    "the pool calls itself " + VisibleText.quoted(name)
                                            + ", which is not accepted: its tokens are refused as wrong-issuer",
                                    "Correct " + prefix + "user-pool-id, or add that to " + prefix + "issuers"));
        }
        checkForms(ownNames);
    }

    /** A pool can be switched from one of Cognito's forms to the other, so both should do. */
    private void checkForms(List<String> ownNames) {
        List<String> forms = settings.userPool().issuers();
        List<String> foreign = new TreeSet<>(settings.issuers())
                .stream()
                        .filter(issuer ->
                                !forms.contains(issuer) && !ownNames.contains(issuer) && !isOfThisMachine(issuer))
                        .toList();
        if (!foreign.isEmpty()) {
            findings.add(Finding.warning(
                    "issuers",
                    "accepted, but no form of Cognito's for this pool: "
                            + VisibleText.quoted(String.join(", ", foreign)),
                    "Leave " + prefix + "issuers out, unless that is a stand-in for Cognito"));
        }
        boolean both = settings.issuers().containsAll(forms);
        boolean none = Stream.of(forms).flatMap(List::stream).noneMatch(settings.issuers()::contains);
        if (both) {
            findings.add(Finding.good("issuers", "all forms of Cognito's for this pool are accepted"));
        } else if (!none) {
            findings.add(Finding.warning(
                    "issuers",
                    "only some of Cognito's forms for this pool are accepted",
                    "Leave " + prefix + "issuers out, so that the pool may be switched to the other form"));
        }
    }

    private static boolean isOfThisMachine(String issuer) {
        try {
            String host = URI.create(issuer).getHost();
            return host != null && (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
