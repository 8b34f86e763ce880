package org.cognito4j.cli;

import org.cognito4j.config.ChangingPolicy;

/** Checks the policy that may change while the application runs. */
final class PolicyChecks {

    private PolicyChecks() {}

    /** It has been read without a fault, or else a copy of an earlier one has. */
    static Finding of(ChangingPolicy policy) {
        return policy.startProblem().isEmpty()
                ? Finding.good(policy.kind(), policy.name() + " can be read")
                : Finding.warning(
                        policy.kind(),
                        policy.name() + " " + policy.startProblem(),
                        "Restore the policy; the application starts with the copy meanwhile");
    }
}
