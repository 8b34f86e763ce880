package org.cognito4j;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Who may call, by the settings of each pool: one version of what a verifier judges claims by. Immutable.
 *
 * @param version 1 for the policy of the start, one more for each that replaces another
 * @param settings of each pool as they were set, in the order of the verifier's pools
 * @param denials what is refused besides
 * @param rules of each pool by both, in the same order
 */
record AccessPolicy(long version, List<VerifierSettings> settings, Denials denials, List<ClaimRules> rules) {

    AccessPolicy {
        settings = List.copyOf(settings);
        rules = List.copyOf(rules);
    }

    /** The policy of the start. */
    static AccessPolicy first(Collection<VerifierSettings> pools) {
        return new AccessPolicy(
                1,
                List.copyOf(pools),
                Denials.NONE,
                pools.stream().map(ClaimRules::new).toList());
    }

    /** The next policy by other settings of the same pools. The denials stay. */
    AccessPolicy with(List<VerifierSettings> newSettings) {
        return next(newSettings, denials);
    }

    /** The next policy by other denials. The settings stay. */
    AccessPolicy with(Denials newDenials) {
        return next(settings, newDenials);
    }

    private AccessPolicy next(List<VerifierSettings> newSettings, Denials newDenials) {
        List<ClaimRules> newRules = new ArrayList<>();
        for (int pool = 0; pool < rules.size(); pool++) {
            newRules.add(rules.get(pool).by(newDenials.over(newSettings.get(pool))));
        }
        return new AccessPolicy(version + 1, newSettings, newDenials, newRules);
    }
}
