package org.cognito4j.config;

import java.time.Duration;
import java.util.Optional;
import org.cognito4j.SettingFault;

/** Where a policy comes from that may change while the application runs. Used by one thread at a time. */
interface PolicyOrigin {

    /** A longer policy is not read. 100,000 denied tokens take 6 MB. */
    int MOST_BYTES = 32 * 1_024 * 1_024;

    /** The policy cannot be read. The message goes on after its name, and quotes nothing that came from outside. */
    final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message, null, false, false);
        }

        static Unreadable longer() {
            return new Unreadable("cannot be read, as it is longer than " + MOST_BYTES + " bytes");
        }
    }

    /** Returns the kind of origin: the key of its setting, or {@code policy-source}. */
    String kind();

    /** Returns whether other applications may use the same origin. Settings for app clients of theirs then have no effect here. */
    boolean isShared();

    /** Returns the name of the origin for logs. */
    String name();

    /**
     * Returns the fault of the origin as a whole.
     *
     * @param problem a clause whose subject is the origin
     */
    SettingFault fault(String problem);

    /** From one look to the next. */
    Duration pause();

    /**
     * Reads it as it is now.
     *
     * @param mayBeUnchanged whether the caller still has what was read last
     * @return all bytes; empty only if it may be unchanged and is
     */
    Optional<byte[]> load(boolean mayBeUnchanged) throws Unreadable;

    /** Takes what makes the watch look at once. It may be called at any time, from any thread. */
    default void onChange(Runnable look) {}

    /** Ends what {@link #onChange} has begun. */
    default void close() {}
}
