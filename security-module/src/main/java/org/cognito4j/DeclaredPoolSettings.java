package org.cognito4j;

import static org.cognito4j.setting.SettingType.DURATION;
import static org.cognito4j.setting.SettingType.FLAG;
import static org.cognito4j.setting.SettingType.INSTANT;
import static org.cognito4j.setting.SettingType.LIST;
import static org.cognito4j.setting.SettingType.NUMBER;
import static org.cognito4j.setting.SettingType.TEXT;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cognito4j.setting.Setting;
import org.cognito4j.setting.SettingList;
import org.cognito4j.setting.SettingType;

/** Declares every setting of a user pool. Public because packages share it; it is no interface for applications. */
public final class DeclaredPoolSettings {

    /** All settings of a pool, in the order of their declaration. */
    public static final SettingList ALL = new SettingList();

    private static final SettingType<List<URI>> ADDRESSES = SettingType.of(
            text -> SettingType.elements(text).stream().map(URI::create).toList(),
            addresses -> addresses.stream().map(URI::toString).collect(Collectors.joining(",")),
            "",
            "Set it to https addresses, separated by commas");

    static final Setting<String> USER_POOL_ID = ALL.setting("user-pool-id", TEXT, "the trusted user pool")
            .shownAs("required")
            .example("eu-west-1_AbCdEfGhI")
            .declare();

    static final Setting<List<String>> CLIENT_IDS = ALL.setting(
                    "client-ids", LIST, "the app clients whose tokens are accepted")
            .byDefault(List.of())
            .shownAs("required")
            .policy()
            .example("1example23456789")
            .declare();

    static final Setting<String> RESOURCE_SERVER = ALL.setting(
                    "resource-server", TEXT, "the resource server that this application is")
            .shownAs("none: a role is a whole scope")
            .example("https://orders.example.com")
            .declare();

    static final Setting<Callers> CALLERS = ALL.setting(
                    "callers",
                    SettingType.choice(Callers.MACHINES, Callers.USERS, Callers.BOTH),
                    "whose tokens are accepted")
            .byDefault(Callers.MACHINES)
            .sharedByPools()
            .declare();

    static final Setting<Boolean> GROUPS_AS_ROLES = ALL.setting(
                    "groups-as-roles", FLAG, "whether a user's groups are roles too")
            .byDefault(false)
            .declare();

    static final Setting<List<String>> AUDIENCE = ALL.setting(
                    "audience", LIST, "the values of which `aud` has to hold at least one")
            .byDefault(List.of())
            .shownAs("`aud` is not looked at")
            .example("orders")
            .declare();

    static final Setting<Instant> ISSUED_BEFORE = ALL.setting(
                    "issued-before", INSTANT, "the instant before which no accepted token may be issued (`iat`)")
            .policy()
            .sharedByPools()
            .outsideOfAnnotation("tokens are cut off when something has happened, not when the code is written")
            .example("2026-12-01T09:30:00Z")
            .declare();

    static final Setting<Map<String, Instant>> DENIED_TOKENS = ALL.setting(
                    "denied-tokens",
                    DeniedTokens.TYPE,
                    "the ids (`jti`) of single tokens that are refused, each until an instant")
            .byDefault(Map.of())
            .shownAs("none")
            .policy()
            .sharedByPools()
            .outsideOfAnnotation("tokens are cut off when something has happened, not when the code is written")
            .example("5e5c7b2a-0d0f-4c43-9d0e-1f2a3b4c5d6e@2026-12-02T09:30:00Z")
            .declare();

    static final Setting<Duration> CLOCK_SKEW = ALL.setting("clock-skew", DURATION, "by how much clocks may differ")
            .byDefault(Duration.ofMinutes(1))
            .within(Duration.ZERO, Duration.ofMinutes(5))
            .sharedByPools()
            .declare();

    static final Setting<Duration> MAX_TOKEN_LIFETIME = ALL.setting(
                    "max-token-lifetime", DURATION, "the longest time from `iat` to `exp`")
            .byDefault(Duration.ofDays(1))
            .within(Duration.ofSeconds(1), Duration.ofDays(1))
            .sharedByPools()
            .declare();

    static final Setting<Integer> MAX_TOKEN_SIZE = ALL.setting(
                    "max-token-size", NUMBER, "the longest token that is looked at")
            .byDefault(16_384)
            .within(1_024, 65_536, "Choose a number of characters from 1024 to 65536")
            .sharedByPools()
            .declare();

    static final Setting<Integer> VERDICT_CACHE_SIZE = ALL.setting(
                    "verdict-cache-size", NUMBER, "how many acceptable tokens of a pool are remembered")
            .byDefault(10_000)
            .within(0, 1_000_000, "Choose a number of tokens from 1 to 1000000, or 0 to remember none")
            .sharedByPools()
            .declare();

    static final Setting<List<String>> ISSUERS = ALL.setting("issuers", LIST, "the accepted values of `iss`")
            .byDefault(List.of())
            .shownAs("derived")
            .example("https://issuer.example.com/pool")
            .declare();

    static final Setting<List<URI>> JWKS_URI = ALL.setting("jwks-uri", ADDRESSES, "where the keys are published")
            .byDefault(List.of())
            .shownAs("derived")
            .example("https://issuer.example.com/jwks.json")
            .declare();

    static final Setting<List<String>> REPLICA_REGIONS = ALL.setting(
                    "replica-regions", LIST, "further regions of a multi-Region pool")
            .byDefault(List.of())
            .shownAs("none")
            .example("eu-central-1")
            .declare();

    static final Setting<String> JWKS_FILE = ALL.setting("jwks-file", TEXT, "a key set used until the first fetch")
            .example("classpath:keys.json")
            .declare();

    static final Setting<Duration> JWKS_FILE_MAX_AGE = ALL.setting(
                    "jwks-file-max-age", DURATION, "how old the key set of `cognito.jwks-file` may become")
            .byDefault(Duration.ofDays(7))
            .within(Duration.ofHours(1), Duration.ofDays(90))
            .sharedByPools()
            .declare();

    static final Setting<Boolean> FIPS = ALL.setting(
                    "fips", FLAG, "whether to reach the pool through its region's FIPS endpoint")
            .byDefault(false)
            .sharedByPools()
            .declare();

    static final Setting<Boolean> SIGNATURE_BY_PROVIDER = ALL.setting(
                    "signature-by-provider", FLAG, "whether a security provider of the JVM checks signatures")
            .byDefault(false)
            .sharedByPools()
            .declare();

    static final Setting<Boolean> ALLOW_LOOPBACK_HTTP = ALL.setting(
                    "allow-loopback-http", FLAG, "whether plain `http` to this machine is permitted")
            .byDefault(false)
            .sharedByPools()
            .declare();

    static final Setting<Duration> REFRESH_INTERVAL = ALL.setting(
                    "jwks.refresh-interval", DURATION, "the longest that a withdrawn key lives on")
            .byDefault(Duration.ofMinutes(5))
            .within(Duration.ofMinutes(1), Duration.ofHours(1))
            .sharedByPools()
            .declare();

    static final Setting<Duration> STALE_FOR = ALL.setting(
                    "jwks.stale-for", DURATION, "how long the last keys are used while no newer ones can be had")
            .byDefault(Duration.ofDays(1))
            .within(REFRESH_INTERVAL, Duration.ofDays(7))
            .sharedByPools()
            .declare();

    static final Setting<Duration> FETCH_TIMEOUT = ALL.setting(
                    "jwks.timeout", DURATION, "how long one fetch of the keys may take in all")
            .byDefault(Duration.ofSeconds(5))
            .within(Duration.ofMillis(100), Duration.ofSeconds(30))
            .sharedByPools()
            .declare();

    static final Setting<KeyCheckAtStart> CHECK_AT_START = ALL.setting(
                    "jwks.check-at-start",
                    SettingType.choice(KeyCheckAtStart.OFF, KeyCheckAtStart.WARN, KeyCheckAtStart.REQUIRE),
                    "whether to fetch the keys at the start")
            .byDefault(KeyCheckAtStart.OFF)
            .sharedByPools()
            .declare();

    static { // the names in their keys are the user's, so ScopeRoles and ClientPolicy have their values
        ALL.setting("roles.\"<role>\"", LIST, "the scopes that give the role")
                .shownAs("derived from the scopes")
                .policy()
                .example("orders/read")
                .declare();
        ALL.setting("clients.\"<id>\".name", TEXT, "the display name of the app client")
                .policy()
                .example("Billing")
                .declare();
        ALL.setting("clients.\"<id>\".roles", LIST, "the only roles that the app client may have")
                .shownAs("all that its scopes give")
                .policy()
                .example("read")
                .declare();
        ALL.setting("clients.\"<id>\".denied", FLAG, "whether the tokens of the app client are refused")
                .byDefault(false)
                .policy()
                .declare();
        ALL.setting(
                        "clients.\"<id>\".issued-before",
                        INSTANT,
                        "the instant before which no accepted token of the app client may be issued (`iat`)")
                .policy()
                .outsideOfAnnotation("tokens are cut off when something has happened, not when the code is written")
                .example("2026-12-01T09:30:00Z")
                .declare();
        ALL.setting("required-claims.\"<claim>\"", LIST, "the values of which the claim has to hold at least one")
                .policy()
                .sharedByPools()
                .outsideOfAnnotation(
                        "tenants and tiers differ between environments; code requires claims by @RequiresClaim")
                .example("acme")
                .declare();
        ALL.setting(
                        "clients.\"<id>\".required-claims.\"<claim>\"",
                        LIST,
                        "the values of which the claim has to hold at least one in tokens of the app client")
                .policy()
                .outsideOfAnnotation(
                        "tenants and tiers differ between environments; code requires claims by @RequiresClaim")
                .example("acme")
                .declare();
    }

    private DeclaredPoolSettings() {}
}
