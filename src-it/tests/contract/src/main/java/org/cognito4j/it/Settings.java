package org.cognito4j.it;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cognito4j.localpool.LocalPool;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.StringAsset;

/**
 * The settings of a deployed application, in the forms in which an archive carries them: so a server in another JVM knows
 * them too.
 */
record Settings(Map<String, String> values) {

    /** The callers that come in numbers are {@code caller_0} to {@code caller_63}. */
    static final int NUMBERED_CALLERS = 64;

    static final Settings NONE = new Settings(Map.of());

    private static String acceptedClients() {
        return Stream.concat(
                        Stream.of("reader", "writer", "both", "newcomer"),
                        IntStream.range(0, NUMBERED_CALLERS).mapToObj(number -> "caller_" + number))
                .collect(Collectors.joining(","));
    }

    /** All that an application needs to trust a pool. The tokens it takes are shorter than the headers servers take. */
    static Settings trusting(LocalPool pool) {
        return whereabouts(pool)
                .with("cognito.user-pool-id", pool.userPoolId())
                .with("cognito.client-ids", acceptedClients())
                .with("cognito.resource-server", Pools.API)
                .with("cognito.realm", "contract")
                .with("cognito.max-token-size", "4096");
    }

    /** What makes this machine stand for Cognito. */
    static Settings whereabouts(LocalPool pool) {
        return NONE.with("cognito.issuers", pool.issuer()).with("cognito.allow-loopback-http", "true");
    }

    Settings with(String key, String value) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.put(key, value);
        return new Settings(changed);
    }

    Settings without(String key) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.remove(key);
        return new Settings(changed);
    }

    /** A {@code microprofile-config.properties}. */
    Asset asProperties() {
        return new StringAsset(each("%s=%s%n"));
    }

    /** For a {@code web.xml}. */
    String asContextParameters() {
        return each("<context-param><param-name>%s</param-name><param-value>%s</param-value></context-param>%n");
    }

    private String each(String format) {
        return values.entrySet().stream()
                .map(setting -> format.formatted(setting.getKey(), setting.getValue()))
                .collect(Collectors.joining());
    }
}
