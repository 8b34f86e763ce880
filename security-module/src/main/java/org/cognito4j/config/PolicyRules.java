package org.cognito4j.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cognito4j.InvalidSettings;
import org.cognito4j.VerifierSettings;

/**
 * The rules of the start for a policy file that is not in force yet: with the other settings of its application, or, where these are not
 * known, with such as raise no fault by themselves.
 */
public final class PolicyRules {

    private static final Set<String> OF_A_POOL = Set.of("client-ids", "audience", "resource-server");

    private final Configuration application;
    private final Path file;

    /**
     * Rules for a file.
     *
     * @param file what to call the policy
     * @param application the other settings; they may say nothing
     */
    public PolicyRules(Path file, Configuration application) {
        this.file = file;
        this.application = application;
    }

    /**
     * Returns whether the other settings of the application are known.
     *
     * @return false if they name no user pool
     */
    public boolean knowApplication() {
        return application.keys().stream().anyMatch(key -> key.endsWith("user-pool-id"));
    }

    /**
     * Checks a content.
     *
     * @param content of the file
     * @return the settings of each pool; of made-up pools where the application is not known
     * @throws InvalidSettings with every fault
     */
    public List<VerifierSettings> check(byte[] content) {
        FileOrigin origin = new FileOrigin(file, "", false);
        ConfigurationSource policy = PolicyContent.source(origin, file.toString(), content);
        Configuration all = knowApplication() ? application : madeUp(policy);
        return ServiceSettingsReader.read(all, policy).pools();
    }

    /**
     * Finds the pool whose app client is meant.
     *
     * @param content a policy without fault
     * @param clientId an app client
     * @return what stands before the keys of the one pool that lists the client; empty if none does, or several do
     */
    public Optional<String> prefixOf(byte[] content, String clientId) {
        List<VerifierSettings> owners = check(content).stream()
                .filter(pool -> pool.clientIds().contains(clientId))
                .toList();
        return owners.size() == 1 && knowApplication()
                ? Optional.of(application.prefixFor(owners.get(0).userPool().id()))
                : Optional.empty();
    }

    private static Configuration madeUp(ConfigurationSource policy) {
        Map<String, String> texts = new HashMap<>();
        Set<String> prefixes = poolsOf(policy);
        int number = 0;
        for (String prefix : prefixes) {
            texts.put(prefix + "user-pool-id", "eu-west-1_Unknown" + number++);
            texts.put(prefix + "client-ids", "*");
            texts.put(prefix + "callers", "both");
            texts.put(prefix + "groups-as-roles", "true");
        }
        return Configuration.of(List.of(ConfigurationSource.of("this program", texts)));
    }

    /** Returns the prefix of the keys of each pool of a policy. The unnamed pool is included if it has keys or no other pool is named. */
    private static Set<String> poolsOf(ConfigurationSource policy) {
        Set<String> prefixes = policy.keys().stream()
                .map(key -> SettingKeys.poolName(key.substring(SettingKeys.PREFIX.length())))
                .flatMap(Optional::stream)
                .map(name -> SettingKeys.PREFIX + SettingKeys.POOL + name + ".")
                .collect(Collectors.toCollection(TreeSet::new));
        boolean hasOwnKeys = policy.keys().stream()
                .map(key -> key.substring(SettingKeys.PREFIX.length()))
                .anyMatch(key -> OF_A_POOL.contains(key)
                        || key.startsWith(SettingKeys.ROLES)
                        || key.startsWith(ClientPolicyKeys.START));
        if (prefixes.isEmpty() || hasOwnKeys) {
            prefixes.add(SettingKeys.PREFIX);
        }
        return prefixes;
    }
}
