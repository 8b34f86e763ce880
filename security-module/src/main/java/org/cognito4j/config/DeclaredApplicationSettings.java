package org.cognito4j.config;

import static org.cognito4j.setting.SettingType.DURATION;
import static org.cognito4j.setting.SettingType.FLAG;
import static org.cognito4j.setting.SettingType.LIST;
import static org.cognito4j.setting.SettingType.NUMBER;
import static org.cognito4j.setting.SettingType.TEXT;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cognito4j.ScopeRoles;
import org.cognito4j.TokenChecks;
import org.cognito4j.setting.Setting;
import org.cognito4j.setting.SettingList;
import org.cognito4j.setting.SettingType;

/**
 * Declares every setting that an application has once, whatever the number of its pools. Public because packages share it; it is
 * no interface for applications.
 */
public final class DeclaredApplicationSettings {

    /** All settings of an application, in the order of their declaration. */
    public static final SettingList ALL = new SettingList();

    /**
     * {@code /*}, {@code /api/*} or {@code /api/orders}. No other pattern: what a container makes of a path never has an
     * empty or dotted segment, parameters or a query, and a suffix would let the caller choose by spelling.
     */
    private static final Predicate<String> PATH = Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[^/*?#;%\\s\\\\]+)*(?:/\\*)?")
            .asMatchPredicate();

    /** An origin as browsers send it: in small letters, without the port of its scheme, without a path. */
    private static final Predicate<String> ORIGIN = Pattern.compile(
                    "(?!https://[^/]*:443$|http://[^/]*:80$)[a-z][a-z0-9+.-]*://(?:[a-z0-9_.-]+|\\[[0-9a-f:.]+])(?::[1-9][0-9]{0,4})?")
            .asMatchPredicate();

    private static final SettingType<List<String>> PATTERNS = LIST.requiring(
            paths -> !paths.isEmpty() && paths.stream().allMatch(PATH),
            "holds what is no path pattern",
            "Set it to /*, or to prefixes like /api/* and exact paths like /orders, separated by commas");

    private static final SettingType<List<String>> ORIGINS = LIST.requiring(
            origins -> origins.equals(List.of("*"))
                    || (!origins.isEmpty() && origins.stream().allMatch(ORIGIN)),
            "holds what is no origin as browsers send it",
            "Set it to origins like https://app.example.com, in small letters, without path and default port,"
                    + " separated by commas, or to * alone");

    private static final SettingType<String> QUOTABLE = TEXT.requiring(
            text -> text.matches("[\\x20-\\x7E&&[^\"\\\\]]+"),
            "cannot stand in a header",
            "Choose printable ASCII without quotes and backslashes");

    /** A token of RFC 9110 section 5.6.2. */
    private static final SettingType<String> HEADER_NAME = TEXT.requiring(
            text -> text.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}"),
            "is no name of a header",
            "Set it to the name of one header that the proxy overwrites or appends to, such as X-Forwarded-For");

    private static final SettingType<Path> FILE = SettingType.of(
            DeclaredApplicationSettings::file, Path::toString, "is not the name of a file", "Name a file");

    private static final SettingType<List<URI>> API_ADDRESSES = SettingType.of(
            ResourceUrl::parseAll,
            urls -> urls.stream().map(URI::toString).collect(Collectors.joining(", ")),
            "is not the address of an API",
            "Set it to the https address that callers use, without query, fragment and encoded slashes, in UTF-8; several"
                    + " are separated by commas, each with a path of its own");

    private static final SettingType<URI> PAGE_ADDRESS = SettingType.of(
            text -> ResourceUrl.parsePage(text).orElseThrow(IllegalArgumentException::new),
            URI::toString,
            "is not the address of a page",
            "Set it to an https address without user name");

    private static final SettingType<List<String>> SCOPES = LIST.requiring(
            scopes -> scopes.stream().allMatch(ScopeRoles::isScope),
            "holds what is no scope",
            "Set it to scopes like orders/export, separated by commas");

    private static final SettingType<URI> POLICY_ADDRESS = SettingType.of(
            text -> PolicyAddress.parse(text).orElseThrow(IllegalArgumentException::new),
            URI::toString,
            "is not the address of a policy",
            "Set it to an https address without user name and fragment");

    static final Setting<String> REALM = ALL.setting("realm", QUOTABLE, "the protection space that challenges name")
            .byDefault("cognito")
            .example("orders")
            .declare();

    static final Setting<List<String>> PATHS = ALL.setting(
                    "paths", PATTERNS, "where the module authenticates callers for the container")
            .byDefault(List.of("/*"))
            .example("/api/*")
            .declare();

    static final Setting<List<String>> REQUIRE_TOKEN = ALL.setting(
                    "require-token", PATTERNS, "the paths under which every request needs an acceptable token")
            .byDefault(List.of())
            .shownAs("none")
            .example("/api/*")
            .declare();

    static final Setting<Boolean> AUTHENTICATION = ALL.setting(
                    "authentication",
                    SettingType.choice("required", true, "off", false),
                    "whether the container has to ask the module about callers")
            .byDefault(true)
            .outsideOfAnnotation("the annotation registers the mechanism, which `off` would contradict")
            .declare();

    static final Setting<Boolean> STORE_GROUPS = ALL.setting(
                    "store-groups-as-roles",
                    FLAG,
                    "whether groups that other identity stores give a caller are roles too")
            .byDefault(false)
            .declare();

    static final Setting<Boolean> UNANNOTATED = ALL.setting(
                    "unannotated",
                    SettingType.choice("allow", false, "deny", true),
                    "what happens to calls of JAX-RS resource methods without a security annotation")
            .byDefault(false)
            .declare();

    static final Setting<List<String>> CORS_ORIGINS = ALL.setting(
                    "cors.allowed-origins", ORIGINS, "the origins whose scripts may call the API")
            .byDefault(List.of())
            .shownAs("none: no headers for browsers")
            .example("https://app.example.com")
            .declare();

    static final Setting<Integer> PRIORITY = ALL.setting(
                    "identity-store-priority", NUMBER, "the place of `CognitoIdentityStore` among identity stores")
            .byDefault(100) // the one that Jakarta Security has for identity stores
            .example("50")
            .declare();

    static final Setting<List<URI>> RESOURCE_URL = ALL.setting(
                    "resource-url",
                    API_ADDRESSES,
                    "the address of the API as its callers know it, or the addresses of its parts")
            .byDefault(List.of())
            .shownAs("none: no metadata")
            .outsideOfAnnotation("the address depends on where the application runs, not on its code")
            .example("https://api.example.com/orders")
            .declare();

    static final Setting<String> RESOURCE_NAME = ALL.setting(
                    "resource-name", TEXT, "the name of the API in the metadata of `cognito.resource-url`")
            .outsideOfAnnotation(
                    "it has no effect without `cognito.resource-url`, which is not in the annotation either")
            .example("Orders")
            .declare();

    static final Setting<URI> RESOURCE_DOCUMENTATION = ALL.setting(
                    "resource-documentation",
                    PAGE_ADDRESS,
                    "the page about the API for developers, in the metadata of `cognito.resource-url`")
            .outsideOfAnnotation(
                    "it has no effect without `cognito.resource-url`, which is not in the annotation either")
            .example("https://developer.example.com/orders")
            .declare();

    static final Setting<List<String>> SCOPES_SUPPORTED = ALL.setting(
                    "scopes-supported",
                    SCOPES,
                    "scopes in the metadata of `cognito.resource-url`, in addition to the scopes that the application asks for")
            .byDefault(List.of())
            .shownAs("none")
            .outsideOfAnnotation(
                    "it has no effect without `cognito.resource-url`, which is not in the annotation either")
            .example("orders/export")
            .declare();

    static final Setting<AuditMode> AUDIT = ALL.setting(
                    "audit",
                    SettingType.choice(AuditMode.WARN, AuditMode.STRICT, AuditMode.OFF),
                    "what happens at the start to roles that no caller can get, or that nothing asks for")
            .byDefault(AuditMode.WARN)
            .declare();

    static final Setting<AuditLogMode> AUDIT_LOG = ALL.setting(
                    "audit-log",
                    SettingType.choice(AuditLogMode.OFF, AuditLogMode.REFUSALS, AuditLogMode.ALL),
                    "which decisions the logger `org.cognito4j.audit` writes, one JSON object a line")
            .byDefault(AuditLogMode.OFF)
            .outsideOfAnnotation("what is logged depends on where the application runs, not on its code")
            .declare();

    static final Setting<String> CLIENT_ADDRESS_HEADER = ALL.setting(
                    "client-address-header",
                    HEADER_NAME,
                    "the header in which a proxy names the address of its caller, for logs and events")
            .shownAs("none: the address of the connection")
            .outsideOfAnnotation("which proxy is in front depends on where the application runs, not on its code")
            .example("X-Forwarded-For")
            .declare();

    static final Setting<Boolean> LOG_PATHS = ALL.setting(
                    "log-paths", FLAG, "whether logs and events have the path as the caller sent it")
            .byDefault(false)
            .outsideOfAnnotation("what is logged depends on where the application runs, not on its code")
            .declare();

    static final Setting<Path> USAGE_FILE = ALL.setting(
                    "usage-file", FILE, "the file with the scopes that each app client's calls needed")
            .shownAs("none: nothing is counted")
            .outsideOfAnnotation("where the file is depends on where the application runs, not on its code")
            .example("/var/lib/cognito4j/usage.json")
            .declare();

    static final Setting<Boolean> MISPLACED_ANNOTATIONS = ALL.setting(
                    "misplaced-annotations",
                    SettingType.choice("fail", true, "warn", false),
                    "what happens to a deployment with security annotations that protect nothing")
            .byDefault(true)
            .declare();

    static final Setting<Duration> TOKEN_CHECK_TIMEOUT = ALL.setting(
                    "token-check-timeout", DURATION, "how long all checks of the application have for a token")
            .byDefault(TokenChecks.DEFAULT_TIMEOUT)
            .within(Duration.ofMillis(100), Duration.ofSeconds(30))
            .outsideOfAnnotation("how long a check takes depends on what it asks, which differs between environments")
            .declare();

    static final Setting<String> POLICY_FILE = ALL.setting(
                    "policy-file", TEXT, "the file with settings of policy that may change while the application runs")
            .outsideOfAnnotation("where the file is depends on where the application runs, not on its code")
            .example("/etc/cognito4j/policy.properties")
            .declare();

    static final Setting<URI> POLICY_URL = ALL.setting(
                    "policy-url",
                    POLICY_ADDRESS,
                    "the address with settings of policy that may change while the application runs")
            .outsideOfAnnotation("the address depends on where the application runs, not on its code")
            .example("https://policy.example.com/orders.properties")
            .declare();

    static final Setting<Duration> POLICY_INTERVAL = ALL.setting(
                    "policy-interval",
                    DURATION,
                    "the time from one look at `cognito.policy-url` or a `PolicySource` to the next")
            .byDefault(Duration.ofSeconds(30))
            .within(Duration.ofSeconds(1), Duration.ofHours(1))
            .outsideOfAnnotation("it has no effect without `cognito.policy-url` or a `PolicySource`")
            .declare();

    static final Setting<String> POLICY_COPY = ALL.setting(
                    "policy-copy",
                    TEXT,
                    "the file that keeps the last good policy of `cognito.policy-url` or a `PolicySource` for the next start")
            .outsideOfAnnotation("where the file is depends on where the application runs, not on its code")
            .example("/var/lib/cognito4j/policy.properties")
            .declare();

    private DeclaredApplicationSettings() {}

    private static Path file(String text) {
        Path file = Path.of(text); // throws an IllegalArgumentException, too
        if (file.getFileName() == null) {
            throw new IllegalArgumentException();
        }
        return file;
    }
}
