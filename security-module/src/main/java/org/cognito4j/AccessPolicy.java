package org.cognito4j;

import java.util.List;

/**
 * Who may call, by the settings of each pool: one version of what a verifier judges claims by. Immutable.
 *
 * @param version 1 for the policy of the start, one more for each that replaces another
 * @param rules of each pool, in the order of the verifier's pools
 */
record AccessPolicy(long version, List<ClaimRules> rules) {

    AccessPolicy {
        rules = List.copyOf(rules);
    }
}
