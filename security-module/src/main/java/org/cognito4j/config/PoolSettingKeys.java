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
import org.cognito4j.KeyCheckAtStart;
import org.cognito4j.VerifierSettingsBuilder;

/** The settings of one pool by their keys, and how each is read. */
final class PoolSettingKeys {

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
            "verdict-cache-size",
            "fips",
            "signature-by-provider",
            "allow-loopback-http",
            "jwks.refresh-interval",
            "jwks.stale-for",
            "jwks.timeout",
            "jwks.check-at-start",
            "jwks-file-max-age");

    private static final Map<String, BiConsumer<VerifierSettingsBuilder, String>> SETTERS = setters();

    private PoolSettingKeys() {}

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
    static void set(VerifierSettingsBuilder settings, String key, String text) {
        SETTERS.get(key).accept(settings, text);
    }

    /** Elements separated by commas; {@code \,} is a comma within one, as in MicroProfile Config. */
    static List<String> list(String text) {
        return Arrays.stream(text.split("(?<!\\\\),"))
                .map(element -> element.replace("\\,", ",").trim())
                .filter(element -> !element.isEmpty())
                .toList();
    }

    private static Map<String, BiConsumer<VerifierSettingsBuilder, String>> setters() {
        Map<String, BiConsumer<VerifierSettingsBuilder, String>> setters = new LinkedHashMap<>();
        setters.put("user-pool-id", VerifierSettingsBuilder::userPoolId);
        setters.put("fips", as(PoolSettingKeys::flag, VerifierSettingsBuilder::fips));
        setters.put("signature-by-provider", as(PoolSettingKeys::flag, VerifierSettingsBuilder::signatureByProvider));
        setters.put("issuers", as(PoolSettingKeys::list, VerifierSettingsBuilder::issuers));
        setters.put("jwks-uri", as(PoolSettingKeys::addresses, VerifierSettingsBuilder::keySetAddresses));
        setters.put("replica-regions", as(PoolSettingKeys::list, VerifierSettingsBuilder::replicaRegions));
        setters.put("jwks-file", VerifierSettingsBuilder::pinnedKeys);
        setters.put("jwks-file-max-age", as(PoolSettingKeys::duration, VerifierSettingsBuilder::pinnedKeysMaxAge));
        setters.put("allow-loopback-http", as(PoolSettingKeys::flag, VerifierSettingsBuilder::allowLoopbackHttp));
        setters.put("client-ids", as(PoolSettingKeys::list, VerifierSettingsBuilder::clientIds));
        setters.put("callers", as(PoolSettingKeys::callers, VerifierSettingsBuilder::callers));
        setters.put("audience", as(PoolSettingKeys::list, VerifierSettingsBuilder::audiences));
        setters.put("resource-server", VerifierSettingsBuilder::resourceServer);
        setters.put("groups-as-roles", as(PoolSettingKeys::flag, VerifierSettingsBuilder::groupsAsRoles));
        setters.put("clock-skew", as(PoolSettingKeys::duration, VerifierSettingsBuilder::clockSkew));
        setters.put("max-token-lifetime", as(PoolSettingKeys::duration, VerifierSettingsBuilder::maxTokenLifetime));
        setters.put("max-token-size", as(PoolSettingKeys::number, VerifierSettingsBuilder::maxTokenSize));
        setters.put("verdict-cache-size", as(PoolSettingKeys::number, VerifierSettingsBuilder::verdictCacheSize));
        setters.put(
                "jwks.refresh-interval", as(PoolSettingKeys::duration, VerifierSettingsBuilder::keyRefreshInterval));
        setters.put("jwks.stale-for", as(PoolSettingKeys::duration, VerifierSettingsBuilder::keyStaleFor));
        setters.put("jwks.timeout", as(PoolSettingKeys::duration, VerifierSettingsBuilder::keyFetchTimeout));
        setters.put("jwks.check-at-start", as(PoolSettingKeys::startCheck, VerifierSettingsBuilder::startCheck));
        return setters;
    }

    private static <T> BiConsumer<VerifierSettingsBuilder, String> as(
            Function<String, T> type, BiConsumer<VerifierSettingsBuilder, T> setter) {
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

    private static KeyCheckAtStart startCheck(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "off" -> KeyCheckAtStart.OFF;
            case "warn" -> KeyCheckAtStart.WARN;
            case "require" -> KeyCheckAtStart.REQUIRE;
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
