package org.cognito4j;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cognito4j.setting.Setting;

/** Makes one policy of another by new settings, of which none may be structure: that is fixed at the start. */
final class PolicyChange {

    private final Map<String, VerifierSettings> byPool = new HashMap<>();
    private final List<SettingFault> faults = new ArrayList<>();

    private PolicyChange(Collection<VerifierSettings> pools) {
        pools.forEach(settings -> byPool.put(settings.userPool().id(), settings));
    }

    /**
     * The next policy.
     *
     * @param pools settings of the same pools as before
     * @throws InvalidSettings if there are others, or a setting is not the same that is no policy
     */
    static AccessPolicy of(AccessPolicy before, Collection<VerifierSettings> pools) {
        return new PolicyChange(pools).make(before);
    }

    private AccessPolicy make(AccessPolicy before) {
        List<VerifierSettings> inOrder = new ArrayList<>();
        for (VerifierSettings old : before.settings()) {
            VerifierSettings settings = byPool.remove(old.userPool().id());
            if (settings == null) {
                needsRestart("user-pool-id");
            } else {
                compare(old, settings);
                inOrder.add(settings);
            }
        }
        byPool.keySet().forEach(added -> needsRestart("user-pool-id"));
        if (!faults.isEmpty()) {
            throw new InvalidSettings(faults);
        }
        return before.with(inOrder);
    }

    private void compare(VerifierSettings before, VerifierSettings now) {
        for (Setting<?> setting : DeclaredPoolSettings.ALL.all()) {
            boolean isSame = before.values().find(setting).equals(now.values().find(setting));
            if (!setting.isPolicy() && !isSame) {
                needsRestart(setting.key());
            }
        }
    }

    private void needsRestart(String setting) {
        faults.add(new SettingFault(
                setting, "is not policy and cannot change while the service runs", "Restart the service to change it"));
    }
}
