package org.cognito4j.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Optional;
import org.cognito4j.PolicySource;
import org.cognito4j.PolicySource.PolicyText;
import org.cognito4j.SettingFault;

/** A policy from a source that the application brings along. */
final class SourceOrigin implements PolicyOrigin {

    private final PolicySource source;
    private final String name;
    private final Duration pause;
    private String version = "";

    /**
     * A source.
     *
     * @param name of its class: a bean's own class is that of a proxy
     * @param pause from one look to the next
     */
    SourceOrigin(PolicySource source, String name, Duration pause) {
        this.source = source;
        this.name = name;
        this.pause = pause;
    }

    @Override
    public String name() {
        return "the PolicySource " + name;
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public String kind() {
        return "policy-source";
    }

    @Override
    public SettingFault fault(String problem) {
        return new SettingFault(
                "PolicySource " + name,
                problem,
                "See that it returns a policy, or name a copy of the last good one with " + SettingKeys.PREFIX
                        + DeclaredApplicationSettings.POLICY_COPY.key());
    }

    @Override
    public Duration pause() {
        return pause;
    }

    @Override
    public Optional<byte[]> load(boolean mayBeUnchanged) throws Unreadable {
        String known = mayBeUnchanged ? version : "";
        version = "";
        Optional<PolicyText> read = read(known);
        if (read.isEmpty() && known.isEmpty()) {
            throw new Unreadable("returns no policy although none is known");
        }
        version = read.map(PolicyText::version).orElse(known);
        byte[] content = read.map(policy -> policy.text().getBytes(UTF_8)).orElse(new byte[0]);
        if (content.length > MOST_BYTES) {
            throw Unreadable.longer();
        }
        return read.map(policy -> content);
    }

    /** A message may quote secrets, so only the kind is told. */
    private Optional<PolicyText> read(String known) throws Unreadable {
        try {
            Optional<PolicyText> read = source.read(known);
            if (read == null || read.filter(SourceOrigin::isIncomplete).isPresent()) {
                throw new Unreadable("returns null");
            }
            return read;
        } catch (Unreadable e) {
            throw e;
        } catch (Throwable e) { // an Error as well: it is foreign code
            throw new Unreadable("cannot be read (" + e.getClass().getName() + ")");
        }
    }

    @SuppressWarnings("ConstantValue") // what is not null here may be where nobody checks it
    private static boolean isIncomplete(PolicyText policy) {
        return policy.version() == null || policy.text() == null;
    }

    @Override
    public void onChange(Runnable look) {
        source.onChange(look);
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (Exception e) {
            // The application ends.
        }
    }
}
