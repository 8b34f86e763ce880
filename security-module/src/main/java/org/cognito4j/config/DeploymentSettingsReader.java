package org.cognito4j.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.cognito4j.SettingFault;
import org.cognito4j.config.ConfigurationSource.Value;

/** Reads the settings that say how the module stands in an application, beside other mechanisms and identity stores. */
final class DeploymentSettingsReader {

    static final String PATHS = "paths";
    static final String PRIORITY = "identity-store-priority";
    static final String AUDIT = "audit";
    static final String REQUIRE_TOKEN = "require-token";
    static final String MISPLACED_ANNOTATIONS = "misplaced-annotations"; // read where there are annotations, if at all
    static final String AUTHENTICATION = "authentication";
    static final String STORE_GROUPS = "store-groups-as-roles";
    static final String UNANNOTATED = "unannotated";
    static final String CORS_ORIGINS = "cors.allowed-origins";
    static final Set<String> KEYS = Set.of(
            PATHS,
            PRIORITY,
            AUDIT,
            REQUIRE_TOKEN,
            MISPLACED_ANNOTATIONS,
            AUTHENTICATION,
            STORE_GROUPS,
            UNANNOTATED,
            CORS_ORIGINS);

    /** An origin as browsers send it: in small letters, without the port of its scheme, without a path. */
    private static final Pattern ORIGIN = Pattern.compile(
            "(?!https://[^/]*:443$|http://[^/]*:80$)[a-z][a-z0-9+.-]*://(?:[a-z0-9_.-]+|\\[[0-9a-f:.]+])(?::[1-9][0-9]{0,4})?");

    /**
     * {@code /*}, {@code /api/*} or {@code /api/orders}. No other pattern: what a container makes of a path never has an
     * empty or dotted segment, parameters or a query, and a suffix would let the caller choose by spelling.
     */
    private static final Pattern PATH = Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[^/*?#;%\\s\\\\]+)*(?:/\\*)?");

    private final Configuration configuration;
    private final Consumer<SettingFault> faults;

    DeploymentSettingsReader(Configuration configuration, Consumer<SettingFault> faults) {
        this.configuration = configuration;
        this.faults = faults;
    }

    List<String> paths() {
        Optional<Value> value = value(PATHS);
        List<String> paths =
                value.map(found -> PoolSettingKeys.list(found.text())).orElse(ServiceSettings.DEFAULT_PATHS);
        requirePatterns(PATHS, value, paths);
        return paths;
    }

    /**
     * Returns the paths under which every request needs a token.
     *
     * @param paths where the module authenticates: it could judge no token elsewhere
     */
    List<String> requireToken(List<String> paths) {
        Optional<Value> value = value(REQUIRE_TOKEN);
        List<String> required =
                value.map(found -> PoolSettingKeys.list(found.text())).orElse(List.of());
        if (value.isPresent() && requirePatterns(REQUIRE_TOKEN, value, required)) {
            List<String> outside = required.stream()
                    .filter(inner -> paths.stream().noneMatch(outer -> covers(outer, inner)))
                    .toList();
            if (!outside.isEmpty()) {
                fault(
                        REQUIRE_TOKEN,
                        value,
                        String.join(", ", outside) + " is outside of " + Configuration.PREFIX + PATHS
                                + ", where tokens are not judged",
                        "Add it to " + Configuration.PREFIX + PATHS + ", or remove it");
            }
        }
        return required;
    }

    private boolean requirePatterns(String key, Optional<Value> value, List<String> patterns) {
        boolean areGood = !patterns.isEmpty()
                && patterns.stream().allMatch(path -> PATH.matcher(path).matches());
        if (!areGood) {
            fault(
                    key,
                    value,
                    "holds what is no path pattern",
                    "Set it to /*, or to prefixes like /api/* and exact paths like /orders, separated by commas");
        }
        return areGood;
    }

    /** Returns whether all paths of one pattern are paths of another one. */
    private static boolean covers(String outer, String inner) {
        if (!outer.endsWith("/*")) {
            return inner.equals(outer);
        }
        String prefix = outer.substring(0, outer.length() - 1);
        return inner.startsWith(prefix) || (inner + "/").equals(prefix);
    }

    int identityStorePriority() {
        Optional<Value> value = value(PRIORITY);
        try {
            return value.map(found -> Integer.parseInt(found.text()))
                    .orElse(ServiceSettings.DEFAULT_IDENTITY_STORE_PRIORITY);
        } catch (NumberFormatException e) {
            fault(PRIORITY, value, "\"" + value.orElseThrow().text() + "\" cannot be read", "Set it to a whole number");
            return ServiceSettings.DEFAULT_IDENTITY_STORE_PRIORITY;
        }
    }

    /** Returns the origins whose scripts may read answers; none by default. */
    List<String> corsOrigins() {
        Optional<Value> value = value(CORS_ORIGINS);
        List<String> origins =
                value.map(found -> PoolSettingKeys.list(found.text())).orElse(List.of());
        boolean areGood = origins.equals(List.of("*"))
                || origins.stream().allMatch(origin -> ORIGIN.matcher(origin).matches());
        if (!areGood || (value.isPresent() && origins.isEmpty())) {
            fault(
                    CORS_ORIGINS,
                    value,
                    "holds what is no origin as browsers send it",
                    "Set it to origins like https://app.example.com, in small letters, without path and default port,"
                            + " separated by commas, or to * alone");
        }
        return origins;
    }

    AuditMode audit() {
        Optional<Value> value = value(AUDIT);
        return switch (value.map(Value::text).orElse("warn").toLowerCase(Locale.ROOT)) {
            case "off" -> AuditMode.OFF;
            case "warn" -> AuditMode.WARN;
            case "strict" -> AuditMode.STRICT;
            default -> {
                fault(
                        AUDIT,
                        value,
                        "\"" + value.orElseThrow().text() + "\" cannot be read",
                        "Set it to warn, strict or off");
                yield AuditMode.WARN;
            }
        };
    }

    /** Returns whether the container has to ask the module about callers. */
    boolean requiresAuthentication() {
        Optional<Value> value = value(AUTHENTICATION);
        return switch (value.map(Value::text).orElse("required").toLowerCase(Locale.ROOT)) {
            case "required" -> true;
            case "off" -> false;
            default -> {
                fault(
                        AUTHENTICATION,
                        value,
                        "\"" + value.orElseThrow().text() + "\" cannot be read",
                        "Set it to required or off");
                yield true;
            }
        };
    }

    boolean deniesUnannotated() {
        Optional<Value> value = value(UNANNOTATED);
        return switch (value.map(Value::text).orElse("allow").toLowerCase(Locale.ROOT)) {
            case "allow" -> false;
            case "deny" -> true;
            default -> {
                fault(
                        UNANNOTATED,
                        value,
                        "\"" + value.orElseThrow().text() + "\" cannot be read",
                        "Set it to allow or deny");
                yield true;
            }
        };
    }

    /** Returns whether groups of other identity stores are roles too. */
    boolean storeGroupsAsRoles() {
        Optional<Value> value = value(STORE_GROUPS);
        return switch (value.map(Value::text).orElse("false").toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                fault(
                        STORE_GROUPS,
                        value,
                        "\"" + value.orElseThrow().text() + "\" cannot be read",
                        "Set it to true or false");
                yield false;
            }
        };
    }

    private Optional<Value> value(String key) {
        return configuration.value(Configuration.PREFIX + key);
    }

    private void fault(String key, Optional<Value> value, String problem, String remedy) {
        faults.accept(new SettingFault(Configuration.PREFIX + key, problem + SettingKeys.foundIn(value), remedy));
    }
}
