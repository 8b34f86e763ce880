package org.cognito4j.net;

/**
 * Calls code that only observes: log handlers, listeners, meters. Whatever such code throws, {@link Error}s included, must
 * change neither the outcome of a request nor the state of the module.
 */
public final class Quietly {

    private Quietly() {}

    /**
     * Calls an observer and ignores whatever it throws.
     *
     * @param observer the call
     * @return true if the observer returned, false if it threw
     */
    public static boolean run(Runnable observer) {
        try {
            observer.run();
            return true;
        } catch (Throwable ignored) {
            return false;
        }
    }
}
