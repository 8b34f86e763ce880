package org.cognito4j.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cognito4j.InvalidSettings;
import org.cognito4j.VerifierSettings;

/**
 * Settings that say who may call, which may change while the application runs, and where they come from: a file, an address or a {@link
 * org.cognito4j.PolicySource}. They decide before all other places.
 */
public final class ChangingPolicy {

    private final PolicyOrigin origin;
    private final Optional<PolicyCopy> copy;
    private final byte[] start;
    private final String startProblem;
    private final Function<ConfigurationSource, List<VerifierSettings>> reader;

    /**
     * A policy that has been read once.
     *
     * @param copy where the last good policy is kept for the next start
     * @param start what is in force
     * @param startProblem why that is the copy and not what the origin has; empty if it is what the origin has
     * @param reader makes the settings of each pool, with the policy before all other places
     */
    ChangingPolicy(
            PolicyOrigin origin,
            Optional<PolicyCopy> copy,
            byte[] start,
            String startProblem,
            Function<ConfigurationSource, List<VerifierSettings>> reader) {
        this.origin = origin;
        this.copy = copy;
        this.start = start;
        this.startProblem = startProblem;
        this.reader = reader;
    }

    /**
     * Returns what to call the place that the policy comes from.
     *
     * @return a path, an address without its query, or the name of a class
     */
    public String name() {
        return origin.name();
    }

    /**
     * Returns why the policy with which the application starts is the copy of an earlier one.
     *
     * @return empty if it is not
     */
    public String startProblem() {
        return startProblem;
    }

    /**
     * Returns what kind of place that is.
     *
     * @return {@code policy-file}, {@code policy-url} or {@code policy-source}
     */
    public String kind() {
        return origin.kind();
    }

    PolicyOrigin origin() {
        return origin;
    }

    Optional<PolicyCopy> copy() {
        return copy;
    }

    /** Returns the policy that was in force at the start. */
    byte[] start() {
        return start;
    }

    /**
     * Makes the settings that a content stands for.
     *
     * @return those of each pool, of which the policy is this content's
     * @throws InvalidSettings with every fault
     */
    List<VerifierSettings> settings(byte[] content) {
        return reader.apply(PolicyContent.source(origin, origin.name(), content));
    }
}
