package org.cognito4j.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cognito4j.DeclaredPoolSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.config.ConfigurationSource.Value;
import org.cognito4j.setting.Setting;

/** Tells our keys from misspelt ones. */
final class SettingKeys {

    static final String PREFIX = "cognito.";
    static final String POOL = "pool.";
    static final String ROLES = "roles.";

    private static final Pattern SET_TO = Pattern.compile("\\bset ([a-z.-]+) to\\b");

    private static final int MOST_SLIPS = 2;

    private SettingKeys() {}

    /** Whether a key, without its prefix, is one of ours. */
    static boolean isKnown(String key) {
        return DeclaredApplicationSettings.ALL.find(key).isPresent()
                || isPoolKey(key)
                || poolName(key)
                        .filter(name -> isPoolKey(key.substring(POOL.length() + name.length() + 1)))
                        .isPresent();
    }

    /** Whether a key that is none of ours was probably meant as one: it has a beginning of ours, or a slip or two. */
    static boolean isAlmostKnown(String key) {
        int dot = key.indexOf('.');
        boolean beginsLikeOurs = dot > 0
                && Stream.of("clients", "roles", "required-claims", "pool", "jwks")
                        .anyMatch(start -> distance(start, key.substring(0, dot)) <= MOST_SLIPS);
        return beginsLikeOurs || distance(nearest(key), key) <= MOST_SLIPS;
    }

    /** The name in {@code pool.<name>.…}. */
    static Optional<String> poolName(String key) {
        int end = key.indexOf('.', POOL.length());
        return key.startsWith(POOL) && end > POOL.length()
                ? Optional.of(key.substring(POOL.length(), end))
                : Optional.empty();
    }

    /**
     * Whether a key, without its prefix, is none of ours but the name that an implementation of MicroProfile Config made
     * up for an environment variable, in which dots stand for hyphens too. Our variables are found by their own keys, and
     * the environment is shared with others, so nothing can be said of such a name.
     */
    static boolean isMadeUp(String key, Map<String, String> variables) {
        return (!isKnown(key) || holdsEmptyPart(key))
                && !ClientSettingKeys.isKnownOfAnyClient(key)
                && VariableNames.of(PREFIX + key).stream()
                        .skip(1) // a variable that is spelt like a key was meant as one
                        .anyMatch(variables::containsKey);
    }

    /** As in {@code roles..admin.}, which is made up of {@code COGNITO_ROLES__ADMIN_}: no name of ours has such parts. */
    private static boolean holdsEmptyPart(String key) {
        return key.contains("..") || key.endsWith(".");
    }

    /** The fault of a key that is none of ours. */
    static SettingFault unknown(String key, Optional<Value> value) {
        return new SettingFault(
                PREFIX + key,
                "is not a setting" + foundIn(value),
                "Did you mean " + PREFIX + nearest(key) + "? Correct it or remove it");
    }

    /**
     * What to do about a fault. The core knows no prefixes: "set fips to false" becomes "set cognito.fips to false".
     *
     * @param prefix stands before each of the keys
     */
    static String remedy(SettingFault fault, String prefix, Set<String> keys) {
        return SET_TO.matcher(fault.remedy())
                .replaceAll(set -> keys.contains(set.group(1)) ? "set " + prefix + set.group(1) + " to" : set.group());
    }

    /** Where a setting was found, to follow what is wrong with it. */
    static String foundIn(Optional<Value> value) {
        return value.map(found -> " (from " + found.source() + ")").orElse("");
    }

    /** The known key that is most like the given one. */
    private static String nearest(String key) {
        Set<String> candidates = ClientSettingKeys.name(key)
                .map(name -> withPrefix(ClientSettingKeys.prefix(name), ClientSettingKeys.all()))
                .orElseGet(SettingKeys::all);
        candidates.addAll(ClientPolicyKeys.alike(key));
        if (key.indexOf('.') > 0) {
            candidates.add(RequiredClaimKeys.START + key.substring(key.indexOf('.') + 1));
        }
        return nearestOf(candidates, key);
    }

    /** The name, or whole key, that is most like the given one. */
    static String nearest(String name, Collection<String> names) {
        Set<String> candidates = new LinkedHashSet<>(names);
        all().forEach(key -> candidates.add(PREFIX + key));
        return nearestOf(candidates, name);
    }

    private static String nearestOf(Set<String> candidates, String key) {
        return candidates.stream()
                .min(Comparator.comparingInt(known -> distance(known, key)))
                .orElseThrow();
    }

    private static boolean isPoolKey(String key) {
        return ofPools().contains(key) || holdsName(key);
    }

    /** Returns whether a key of a pool, without its prefix, contains a name that the user chooses. All such keys are policy. */
    static boolean holdsName(String key) {
        return ClientPolicyKeys.isKey(key)
                || RequiredClaimKeys.isKey(key)
                || (key.startsWith(ROLES) && key.length() > ROLES.length());
    }

    /** The keys of a pool that hold no name. */
    static Set<String> ofPools() {
        return DeclaredPoolSettings.ALL.keys();
    }

    /** Those of which one value may stand for all pools. */
    static Set<String> sharedByPools() {
        return DeclaredPoolSettings.ALL.all().stream()
                .filter(Setting::isShared)
                .map(Setting::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What the application has once, whatever the number of pools. */
    static Set<String> ofApplication() {
        return DeclaredApplicationSettings.ALL.keys();
    }

    /** The keys of a service that hold no name. */
    static Set<String> all() {
        Set<String> all = new LinkedHashSet<>(ofPools());
        all.addAll(ofApplication());
        return all;
    }

    private static Set<String> withPrefix(String prefix, Set<String> keys) {
        return keys.stream().map(key -> prefix + key).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The number of letters to insert, delete or replace (Levenshtein). */
    static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
