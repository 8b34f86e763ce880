package org.cognito4j.config;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds out which settings environment variables stand for, where the key holds a name: {@code
 * COGNITO_CLIENTS__ABC__DENIED} is {@code cognito.clients."abc".denied}. Variables have capitals and underscores alone, so a name
 * that is one word is read in lower case, as ids of app clients are; a longer one cannot be known from the variable.
 */
final class EnvironmentKeys {

    private static final String PREFIX = "COGNITO_";
    private static final Pattern CLIENT =
            Pattern.compile("CLIENTS_(?:_([A-Z0-9]+)__|([A-Z0-9]+)_)(" + attributes() + ")");
    private static final Pattern CLIENT_CLAIM =
            Pattern.compile("CLIENTS_(?:_([A-Z0-9]+)__|([A-Z0-9]+)_)REQUIRED_CLAIMS__([A-Z0-9]+)_");
    private static final Pattern CLAIM = Pattern.compile("REQUIRED_CLAIMS__([A-Z0-9]+)_");
    private static final Pattern ROLE = Pattern.compile("ROLES__([A-Z0-9]+)_");
    private static final Pattern POOL = Pattern.compile("POOL_([A-Z0-9]+)_(.+)");
    private static final Pattern CALLER = Pattern.compile("CLIENT_([A-Z0-9]+)_(.+)");

    /** Keys without a name in them, by what is left of their variable behind the prefix. */
    private static final Map<String, String> PLAIN = plain();

    private final Set<String> keys = new TreeSet<>();
    private final Set<String> unclear = new TreeSet<>();

    private EnvironmentKeys() {}

    /**
     * Looks at variables.
     *
     * @param variables names of all variables, of other programs too
     * @param known keys that other places have: variables of these are clear
     */
    static EnvironmentKeys in(Set<String> variables, Set<String> known) {
        Set<String> clear = new LinkedHashSet<>();
        known.forEach(key -> clear.addAll(VariableNames.of(key)));
        EnvironmentKeys found = new EnvironmentKeys();
        for (String variable : variables) {
            if (variable.startsWith(SettingKeys.PREFIX)) {
                found.keys.add(variable); // spelt like the key, as some orchestrators permit
            } else if (variable.startsWith(PREFIX) && !clear.contains(variable)) {
                found.note(variable, variables);
            }
        }
        return found;
    }

    /** Returns the keys that variables stand for, of those that hold a name. */
    Set<String> keys() {
        return keys;
    }

    /** Returns variables that are meant for the module and do not say for which key. */
    Set<String> unclear() {
        return unclear;
    }

    private void note(String variable, Set<String> variables) {
        String rest = variable.substring(PREFIX.length());
        if (PLAIN.containsKey(rest)) {
            return; // found by its key
        }
        Optional<String> key = keyOf(rest, variables);
        if (key.isPresent()) {
            keys.add(SettingKeys.PREFIX + key.get());
        } else if (isMeantForUs(rest)) {
            unclear.add(variable);
        }
    }

    private static Optional<String> keyOf(String rest, Set<String> variables) {
        Matcher pool = POOL.matcher(rest);
        if (pool.matches()) {
            return keyOfPool(pool.group(2)).map(key -> SettingKeys.POOL + lower(pool.group(1)) + "." + key);
        }
        Matcher caller = CALLER.matcher(rest);
        if (caller.matches()) {
            // Other programs have variables with such names: those of the module come together.
            String name = PREFIX + "CLIENT_" + caller.group(1) + "_CLIENT_";
            boolean isWhole = variables.contains(name + "ID")
                    && (variables.contains(name + "SECRET") || variables.contains(name + "SECRET_FILE"));
            return ClientSettingKeys.all().stream()
                    .filter(key -> isWhole && variable(key).equals(caller.group(2)))
                    .findFirst()
                    .map(key -> ClientSettingKeys.prefix(lower(caller.group(1))) + key);
        }
        return keyOfName(rest);
    }

    private static Optional<String> keyOfPool(String rest) {
        return SettingKeys.ofPools().stream()
                .filter(key -> variable(key).equals(rest))
                .findFirst()
                .or(() -> keyOfName(rest));
    }

    private static Optional<String> keyOfName(String rest) {
        Matcher role = ROLE.matcher(rest);
        if (role.matches()) {
            return Optional.of(SettingKeys.ROLES + "\"" + lower(role.group(1)) + "\"");
        }
        Matcher claim = CLAIM.matcher(rest);
        if (claim.matches()) {
            return Optional.of(RequiredClaimKeys.key(lower(claim.group(1))));
        }
        Matcher client = CLIENT.matcher(rest);
        if (client.matches()) {
            return Optional.of(keyOfClient(client, lower(client.group(3)).replace('_', '-')));
        }
        Matcher ofClient = CLIENT_CLAIM.matcher(rest);
        return ofClient.matches()
                ? Optional.of(keyOfClient(ofClient, RequiredClaimKeys.key(lower(ofClient.group(3)))))
                : Optional.empty();
    }

    private static String keyOfClient(Matcher client, String attribute) {
        return client.group(1) == null
                ? "clients." + lower(client.group(2)) + "." + attribute
                : "clients.\"" + lower(client.group(1)) + "\"." + attribute;
    }

    private static boolean isMeantForUs(String rest) {
        String ofPool = rest.startsWith("POOL_")
                ? rest.replaceFirst("POOL_.*?_(?=ROLES_|CLIENTS_|REQUIRED_CLAIMS_)", "")
                : rest;
        return ofPool.startsWith("ROLES_")
                || ofPool.startsWith("REQUIRED_CLAIMS_")
                || ofPool.startsWith("CLIENTS__")
                || ofPool.matches("CLIENTS_.+_(" + attributes() + ")")
                || isSlip(rest)
                || (rest.startsWith("POOL_") && PLAIN.keySet().stream().anyMatch(key -> rest.endsWith("_" + key)));
    }

    /** One letter off a setting. The id of an app client is a variable of many programs. */
    private static boolean isSlip(String rest) {
        return !rest.equals("CLIENT_ID")
                && PLAIN.keySet().stream().anyMatch(key -> SettingKeys.distance(key, rest) == 1);
    }

    private static Map<String, String> plain() {
        Map<String, String> plain = new LinkedHashMap<>();
        SettingKeys.all().forEach(key -> plain.put(variable(key), key));
        ClientSettingKeys.all()
                .forEach(key -> plain.put(variable(ClientSettingKeys.PREFIX + key), ClientSettingKeys.PREFIX + key));
        return plain;
    }

    private static String attributes() {
        return ClientPolicyKeys.ATTRIBUTES.stream()
                .map(EnvironmentKeys::variable)
                .collect(Collectors.joining("|"));
    }

    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
