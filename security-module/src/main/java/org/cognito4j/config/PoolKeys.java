package org.cognito4j.config;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.cognito4j.Callers;
import org.cognito4j.StartCheck;
import org.cognito4j.VerifierSettings;

/** The settings of one pool by their keys, and how each is read. */
final class PoolKeys {

    static final String ROLES = "roles.";

    /**
     * What may stand once for all pools. The others say which pool it is, whom it serves and where its keys are, so
     * each pool has its own.
     */
    static final Set<String> SHARED = Set.of(
            "callers",
            "clock-skew",
            "max-token-lifetime",
            "max-token-size",
            "fips",
            "allow-loopback-http",
            "jwks.refresh-interval",
            "jwks.stale-for",
            "jwks.timeout",
            "jwks.check-at-start",
            "jwks-file-max-age");

    private static final Map<String, BiConsumer<VerifierSettings.Builder, String>> SETTERS = setters();

    private PoolKeys() {}

    /** A text that is not of the setting's type. The message is the remedy. */
    static final class Unreadable extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        Unreadable(String remedy) {
            super(remedy);
        }
    }

    static Set<String> all() {
        return SETTERS.keySet();
    }

    /** Sets one setting from its text. */
    static void set(VerifierSettings.Builder settings, String key, String text) {
        SETTERS.get(key).accept(settings, text);
    }

    /** Elements separated by commas; {@code \,} is a comma within one, as in MicroProfile Config. */
    static List<String> list(String text) {
        return Arrays.stream(text.split("(?<!\\\\),"))
                .map(element -> element.replace("\\,", ",").trim())
                .filter(element -> !element.isEmpty())
                .toList();
    }

    private static Map<String, BiConsumer<VerifierSettings.Builder, String>> setters() {
        Map<String, BiConsumer<VerifierSettings.Builder, String>> setters = new LinkedHashMap<>();
        setters.put("user-pool-id", VerifierSettings.Builder::userPoolId);
        setters.put("fips", as(PoolKeys::flag, VerifierSettings.Builder::fips));
        setters.put("issuers", as(PoolKeys::list, VerifierSettings.Builder::issuers));
        setters.put("jwks-uri", as(PoolKeys::addresses, VerifierSettings.Builder::keySetAddresses));
        setters.put("replica-regions", as(PoolKeys::list, VerifierSettings.Builder::replicaRegions));
        setters.put("jwks-file", VerifierSettings.Builder::pinnedKeys);
        setters.put("jwks-file-max-age", as(PoolKeys::duration, VerifierSettings.Builder::pinnedKeysMaxAge));
        setters.put("allow-loopback-http", as(PoolKeys::flag, VerifierSettings.Builder::allowLoopbackHttp));
        setters.put("client-ids", as(PoolKeys::list, VerifierSettings.Builder::clientIds));
        setters.put("callers", as(PoolKeys::callers, VerifierSettings.Builder::callers));
        setters.put("audience", VerifierSettings.Builder::audience);
        setters.put("resource-server", VerifierSettings.Builder::resourceServer);
        setters.put("groups-as-roles", as(PoolKeys::flag, VerifierSettings.Builder::groupsAsRoles));
        setters.put("clock-skew", as(PoolKeys::duration, VerifierSettings.Builder::clockSkew));
        setters.put("max-token-lifetime", as(PoolKeys::duration, VerifierSettings.Builder::maxTokenLifetime));
        setters.put("max-token-size", as(PoolKeys::number, VerifierSettings.Builder::maxTokenSize));
        setters.put("jwks.refresh-interval", as(PoolKeys::duration, VerifierSettings.Builder::keyRefreshInterval));
        setters.put("jwks.stale-for", as(PoolKeys::duration, VerifierSettings.Builder::keyStaleFor));
        setters.put("jwks.timeout", as(PoolKeys::duration, VerifierSettings.Builder::keyFetchTimeout));
        setters.put("jwks.check-at-start", as(PoolKeys::startCheck, VerifierSettings.Builder::startCheck));
        return setters;
    }

    private static <T> BiConsumer<VerifierSettings.Builder, String> as(
            Function<String, T> type, BiConsumer<VerifierSettings.Builder, T> setter) {
        return (settings, text) -> setter.accept(settings, type.apply(text));
    }

    static boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Unreadable("Set it to true or false");
        };
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Unreadable("Set it to a whole number");
        }
    }

    static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new Unreadable("Set it to an ISO-8601 duration, for example PT30S or PT5M");
        }
    }

    private static Callers callers(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "machines" -> Callers.MACHINES;
            case "users" -> Callers.USERS;
            case "both" -> Callers.BOTH;
            default -> throw new Unreadable("Set it to machines, users or both");
        };
    }

    private static StartCheck startCheck(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "off" -> StartCheck.OFF;
            case "warn" -> StartCheck.WARN;
            case "require" -> StartCheck.REQUIRE;
            default -> throw new Unreadable("Set it to off, warn or require");
        };
    }

    private static List<URI> addresses(String text) {
        try {
            return list(text).stream().map(URI::create).toList();
        } catch (IllegalArgumentException e) {
            throw new Unreadable("Set it to https addresses, separated by commas");
        }
    }
}
