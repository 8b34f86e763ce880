package org.cognito4j.config;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.config.PolicyOrigin.Unreadable;

/** Reads the policy with which an application starts: what its origin has, or else the copy of the last good one. */
final class PolicyStart {

    private final PolicyOrigin origin;
    private final Optional<PolicyCopy> copy;
    private final Function<ConfigurationSource, ServiceSettings> reader;

    /**
     * A start.
     *
     * @param reader reads and checks all settings, with a policy before all other places
     */
    PolicyStart(PolicyOrigin origin, Optional<PolicyCopy> copy, Function<ConfigurationSource, ServiceSettings> reader) {
        this.origin = origin;
        this.copy = copy;
        this.reader = reader;
    }

    /**
     * Reads and checks all settings.
     *
     * @throws InvalidSettings if the policy cannot be used, and there is no copy of an earlier one
     */
    ServiceSettings read() {
        byte[] content;
        try {
            content = load();
            return settings(content, origin.name(), "");
        } catch (InvalidSettings e) {
            if (copy.isEmpty()) {
                throw e;
            }
            return readCopy(copy.get(), e);
        }
    }

    private byte[] load() {
        BoundedRead read = new BoundedRead(origin, BoundedRead.BOUND);
        try {
            byte[] content = read.read(false).orElseThrow();
            if (PolicyEnd.of(content) == PolicyEnd.BROKEN) {
                throw unusable(PolicyEnd.BROKEN_MEANS);
            }
            return content;
        } catch (Unreadable e) {
            throw unusable(e.getMessage());
        } finally {
            read.end();
        }
    }

    private ServiceSettings readCopy(PolicyCopy kept, InvalidSettings cause) {
        try {
            byte[] content = kept.load();
            if (PolicyEnd.of(content) == PolicyEnd.BROKEN) {
                throw withCopy(cause, kept, PolicyEnd.BROKEN_MEANS);
            }
            String problem = "could not be used at the start, so the copy of an earlier policy is in force. "
                    + cause.getMessage();
            return settings(content, kept.path().toString(), problem);
        } catch (IOException | Unreadable e) {
            throw withCopy(cause, kept, "cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private ServiceSettings settings(byte[] content, String name, String startProblem) {
        ServiceSettings settings = reader.apply(PolicyContent.source(origin, name, content));
        ChangingPolicy changing = new ChangingPolicy(
                origin,
                copy,
                content,
                startProblem,
                source -> reader.apply(source).pools());
        return new ServiceSettings(settings.pools(), settings.values(), Optional.of(changing));
    }

    private static InvalidSettings withCopy(InvalidSettings cause, PolicyCopy kept, String problem) {
        List<SettingFault> faults = new ArrayList<>(cause.faults());
        faults.add(new SettingFault(
                SettingKeys.PREFIX + DeclaredApplicationSettings.POLICY_COPY.key(),
                "names " + kept.path() + ", which " + problem,
                "Start once while the policy can be read, which writes the copy, or put a policy there"));
        return new InvalidSettings(faults);
    }

    private InvalidSettings unusable(String problem) {
        return new InvalidSettings(List.of(origin.fault(problem)));
    }
}
